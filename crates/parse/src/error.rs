/// Why bytes could not be read at all.
///
/// Text that is merely bad is not an error: it gives a best answer and diagnostics.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is larger than the parser was built to accept.
    #[error("input of {size} bytes is over the limit of {limit} bytes")]
    TooLarge {
        /// Size of the input in bytes.
        size: usize,
        /// Limit that was set, see [`ParserBuilder::max_input`](crate::ParserBuilder::max_input).
        limit: usize,
    },
    /// The bytes are not text in any encoding.
    #[error("not text: {what}")]
    NotText {
        /// What was seen: the kind of file that its first bytes announce, or what makes it binary.
        what: &'static str,
    },
    /// The encoding asked for is not one of the WHATWG Encoding Standard.
    #[error("unknown encoding {label:?}")]
    UnknownEncoding {
        /// The label as given.
        label: String,
    },
}
