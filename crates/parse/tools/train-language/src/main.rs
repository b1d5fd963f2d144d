//! Writes `src/language/language.bin`. See README.md for the inputs.
//!
//! Usage: `train-language INPUTS MODEL [HELD_OUT]`. `HELD_OUT`, if named, gets the sentences kept for testing,
//! one JSON object a line.

#[path = "../../../src/language/features.rs"]
mod features;
#[path = "../../../src/language/script.rs"]
#[expect(dead_code, reason = "only the letters' scripts are used here")]
mod script;

mod chain;
mod classes;
mod corpus;
mod random;
mod train;

use std::io::Write;
use std::path::PathBuf;

use classes::{ARABIC, CYRILLIC, Class, DEVANAGARI, LATIN};
use corpus::Corpus;
use script::Script;

fn main() {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(inputs), Some(output)) = (args.next(), args.next()) else {
        eprintln!("usage: train-language INPUTS MODEL [HELD_OUT]");
        std::process::exit(2);
    };
    let mut held_out =
        args.next().map(|p| std::io::BufWriter::new(std::fs::File::create(p).expect("held-out file")));
    let mut model = Vec::new();
    let tables: [(Script, &[Class], u32); 4] = [
        (Script::Latin, LATIN, 14),
        (Script::Cyrillic, CYRILLIC, 12),
        (Script::Arabic, ARABIC, 11),
        (Script::Devanagari, DEVANAGARI, 11),
    ];
    for (script, classes, slot_bits) in tables {
        println!("{script:?}");
        let names = (script == Script::Latin).then(|| corpus::english(&inputs));
        let seed = |i: usize| 1000 * (script as u64 + 1) + i as u64;
        let corpora: Vec<Corpus> = classes
            .iter()
            .enumerate()
            .map(|(i, class)| Corpus::read(class, &inputs, seed(i), names.as_ref()))
            .collect();
        if let Some(file) = &mut held_out {
            for (class, corpus) in classes.iter().zip(&corpora) {
                for text in &corpus.held_out {
                    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', " ");
                    writeln!(file, "{{\"lang\": \"{}\", \"text\": \"{text}\"}}", class.code)
                        .expect("held-out file");
                }
            }
        }
        let weights: Vec<f64> = classes.iter().map(|c| c.weight).collect();
        let trained = train::train(script, &corpora, &weights, slot_bits);
        model.extend([script as u8, classes.len() as u8, trained.row_len as u8, trained.slot_bits as u8]);
        model.extend(trained.scale.to_le_bytes());
        for class in classes {
            let mut code = [0; 4];
            code[..class.code.len()].copy_from_slice(class.code.as_bytes());
            model.extend(code);
        }
        model.extend(trained.fingerprints.iter().flat_map(|f| f.to_le_bytes()));
        model.extend(trained.weights.iter().map(|w| w.cast_unsigned()));
    }
    std::fs::write(&output, &model).expect("model file");
    println!("{} bytes", model.len());
}
