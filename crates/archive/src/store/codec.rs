//! How bytes are kept: compressed, and a record against the document that it was read from.
//!
//! Most of a record is the document's own text once more. Compressed with the document before it as a dictionary, the record
//! costs little more than what was added to it: names of fields, spans, the joints of its paragraphs.

use std::cell::RefCell;
use std::io;

use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe::{CParameter, DCtx, get_error_name};

use crate::error::Error;

/// Level for both. Higher ones save a few per cent and cost twice the time.
const LEVEL: i32 = 1;

/// Largest document that serves as a dictionary: each of its records needs it again on reading, and a document with a
/// thousand articles would be unpacked a thousand times.
const LARGEST_DICTIONARY: usize = 128 << 10;

/// How a blob is kept. The numbers stand in the store and never change their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Codec {
    /// As it is.
    Plain = 0,
    /// zstd.
    Zstd = 1,
    /// zstd with [`SKELETON`] as dictionary.
    Skeleton = 2,
    /// zstd with [`SKELETON`] and the document after it as dictionary.
    Source = 3,
}

impl Codec {
    /// The codec with a number.
    pub(crate) fn from_number(number: u8) -> Option<Self> {
        [Self::Plain, Self::Zstd, Self::Skeleton, Self::Source]
            .into_iter()
            .find(|&codec| codec as u8 == number)
    }
}

/// What stands in every record. Part of the format: what was packed with it can be read only with exactly it.
const SKELETON: &[u8] = include_bytes!("skeleton.json");

thread_local! {
    static PLAIN: RefCell<Option<(Compressor<'static>, Decompressor<'static>)>> = const { RefCell::new(None) };
    /// Their memory is worth keeping: to ask for it takes longer than to pack a record.
    static PACKER: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKER: RefCell<Option<Unpacker>> = const { RefCell::new(None) };
}

/// Packs a document.
pub(crate) fn pack_source(bytes: &[u8]) -> Result<(Codec, Vec<u8>), Error> {
    let packed = PLAIN.with_borrow_mut(|pair| {
        let (compressor, _) = plain(pair)?;
        compressor.compress(bytes)
    });
    let packed = packed.map_err(|e| Error::io("cannot compress a document", e))?;
    Ok(if packed.len() < bytes.len() { (Codec::Zstd, packed) } else { (Codec::Plain, bytes.to_vec()) })
}

/// Unpacks a document of a known length.
pub(crate) fn unpack_source(codec: Codec, packed: &[u8], length: usize) -> Result<Vec<u8>, Error> {
    match codec {
        Codec::Plain => Ok(packed.to_vec()),
        Codec::Zstd => PLAIN
            .with_borrow_mut(|pair| plain(pair)?.1.decompress(packed, length))
            .map_err(|e| damaged("a document", &e)),
        Codec::Skeleton | Codec::Source => {
            Err(Error::Damaged { detail: "a document is packed as only records are".to_owned() })
        }
    }
}

/// Packs the records of one document.
pub(crate) struct RecordPacker {
    codec: Codec,
    /// There until this is dropped.
    compressor: Option<Compressor<'static>>,
}

impl Drop for RecordPacker {
    fn drop(&mut self) {
        PACKER.set(self.compressor.take());
    }
}

impl RecordPacker {
    /// Gets ready for the records of a document.
    pub(crate) fn new(source: &[u8]) -> Result<Self, Error> {
        let codec = if source.len() <= LARGEST_DICTIONARY { Codec::Source } else { Codec::Skeleton };
        let ready = |mut compressor: Compressor<'static>| {
            compressor.set_dictionary(LEVEL, &dictionary(codec, source))?;
            Ok(compressor)
        };
        let compressor = match PACKER.take() {
            Some(compressor) => ready(compressor),
            None => Compressor::new(LEVEL).and_then(checked).and_then(ready),
        };
        let compressor = Some(compressor.map_err(|e| Error::io("cannot compress a record", e))?);
        Ok(Self { codec, compressor })
    }

    /// Packs a record.
    pub(crate) fn pack(&mut self, json: &[u8]) -> Result<(Codec, Vec<u8>), Error> {
        let compressor = self.compressor.as_mut();
        let compressor = compressor.ok_or_else(|| io::Error::other("no compressor"));
        let packed = compressor.and_then(|compressor| compressor.compress(json));
        let packed = packed.map_err(|e| Error::io("cannot compress a record", e))?;
        Ok((self.codec, packed))
    }
}

/// A document as it is kept: codec, bytes, length.
pub(crate) type KeptSource<'a> = (Codec, &'a [u8], usize);

/// Unpacks a record of a known length and hands it on. `source` is needed only where the codec says so.
pub(crate) fn unpack_record<T>(
    codec: Codec,
    packed: &[u8],
    length: usize,
    source: Option<KeptSource<'_>>,
    with: impl FnOnce(&[u8]) -> Result<T, Error>,
) -> Result<T, Error> {
    match codec {
        Codec::Plain => with(packed),
        Codec::Zstd => with(&unpack_source(codec, packed, length)?),
        Codec::Skeleton | Codec::Source => UNPACKER.with_borrow_mut(|unpacker| {
            let unpacker = match unpacker {
                Some(unpacker) => unpacker,
                None => unpacker.insert(Unpacker::new()?),
            };
            unpacker.before(source.filter(|_| codec == Codec::Source))?;
            with(unpacker.record(packed, length)?)
        }),
    }
}

/// What unpacks records, with the memory that it works in: a search unpacks some dozen at once.
struct Unpacker {
    context: DCtx<'static>,
    /// What stands before a record: [`SKELETON`], and after it the document.
    dictionary: Vec<u8>,
    record: Vec<u8>,
}

impl Unpacker {
    fn new() -> Result<Self, Error> {
        let context = DCtx::try_create();
        let context = context.ok_or_else(|| damaged("a record", &io::ErrorKind::OutOfMemory.into()))?;
        Ok(Self { context, dictionary: SKELETON.to_vec(), record: Vec::new() })
    }

    fn before(&mut self, source: Option<KeptSource<'_>>) -> Result<(), Error> {
        self.dictionary.truncate(SKELETON.len());
        match source {
            None => Ok(()),
            Some((Codec::Plain, bytes, _)) => {
                self.dictionary.extend_from_slice(bytes);
                Ok(())
            }
            Some((Codec::Zstd, bytes, length)) => {
                self.dictionary.resize(SKELETON.len() + length, 0);
                let room = self.dictionary.get_mut(SKELETON.len()..).unwrap_or_default();
                let written =
                    self.context.decompress(room, bytes).map_err(|code| failed("a document", code))?;
                self.dictionary.truncate(SKELETON.len() + written);
                Ok(())
            }
            Some(_) => Err(Error::Damaged { detail: "a document is packed as only records are".to_owned() }),
        }
    }

    fn record(&mut self, packed: &[u8], length: usize) -> Result<&[u8], Error> {
        // One long record does not keep its memory for all time.
        self.record.clear();
        self.record.shrink_to(LARGEST_DICTIONARY);
        self.record.resize(length, 0);
        let written =
            self.context.decompress_using_dict(self.record.as_mut_slice(), packed, &self.dictionary);
        let written = written.map_err(|code| failed("a record", code))?;
        Ok(self.record.get(..written).unwrap_or_default())
    }
}

fn failed(what: &str, code: usize) -> Error {
    damaged(what, &io::Error::other(get_error_name(code)))
}

fn dictionary(codec: Codec, source: &[u8]) -> Vec<u8> {
    match codec {
        Codec::Plain | Codec::Zstd => Vec::new(),
        Codec::Skeleton => SKELETON.to_vec(),
        Codec::Source => [SKELETON, source].concat(),
    }
}

fn plain<'p>(
    pair: &'p mut Option<(Compressor<'static>, Decompressor<'static>)>,
) -> io::Result<&'p mut (Compressor<'static>, Decompressor<'static>)> {
    if pair.is_none() {
        *pair = Some((checked(Compressor::new(LEVEL)?)?, Decompressor::new()?));
    }
    pair.as_mut().ok_or_else(|| io::Error::other("no compressor"))
}

/// With a checksum, so that a bit that fell over is found when it is read.
fn checked(mut compressor: Compressor<'static>) -> io::Result<Compressor<'static>> {
    compressor.set_parameter(CParameter::ChecksumFlag(true))?;
    Ok(compressor)
}

fn damaged(what: &str, error: &io::Error) -> Error {
    Error::Damaged { detail: format!("{what} cannot be unpacked: {error}") }
}

#[cfg(test)]
mod tests {
    use super::{Codec, LARGEST_DICTIONARY, RecordPacker, pack_source, unpack_record, unpack_source};

    #[test]
    fn documents_come_back() {
        for bytes in [b"".as_slice(), b"a", &[0; 100_000], "Die Brücke bleibt zu. ".repeat(50).as_bytes()] {
            let (codec, packed) = pack_source(bytes).unwrap();
            assert!(packed.len() <= bytes.len());
            assert_eq!(unpack_source(codec, &packed, bytes.len()).unwrap(), bytes);
        }
    }

    #[test]
    fn a_record_costs_little_beside_its_document() {
        let source: String =
            (0..200).map(|n| format!("Ward {n} voted for option {}.\n", n * 7919 % 613)).collect();
        let json = format!(
            "{{\"schema\":\"wirecopy/1\",\"body\":[{{\"text\":\"{}\"}}]}}",
            source.replace('\n', " ")
        );
        let (codec, packed) = RecordPacker::new(source.as_bytes()).unwrap().pack(json.as_bytes()).unwrap();
        assert_eq!(codec, Codec::Source);
        let alone = pack_source(json.as_bytes()).unwrap().1;
        assert!(packed.len() * 2 < alone.len(), "{} against {}", packed.len(), alone.len());
        let with = |kept| unpack_record(codec, &packed, json.len(), Some(kept), |json| Ok(json.to_vec()));
        assert_eq!(with((Codec::Plain, source.as_bytes(), source.len())).unwrap(), json.as_bytes());
        let (kept, compressed) = pack_source(source.as_bytes()).unwrap();
        assert_eq!(with((kept, &compressed, source.len())).unwrap(), json.as_bytes());
        // With another document before it, it is damaged and says so.
        let other = with((Codec::Plain, b"other", 5));
        assert!(other.is_err() || other.unwrap() != json.as_bytes());
    }

    #[test]
    fn a_long_document_is_not_unpacked_for_each_of_its_records() {
        let source = vec![b'x'; LARGEST_DICTIONARY + 1];
        let (codec, packed) = RecordPacker::new(&source).unwrap().pack(b"{}").unwrap();
        assert_eq!(codec, Codec::Skeleton);
        assert_eq!(unpack_record(codec, &packed, 2, None, |json| Ok(json.to_vec())).unwrap(), b"{}");
    }

    #[test]
    fn damage_is_an_error() {
        let source = "Die Brücke bleibt zu. ".repeat(50).into_bytes();
        let (codec, mut packed) = pack_source(&source).unwrap();
        packed.truncate(packed.len() / 2);
        assert!(unpack_source(codec, &packed, source.len()).is_err());
    }
}
