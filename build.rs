//! Gives the page and the worker one build id, a hash of the sources that both are made of, and makes the
//! language packs that native programs have built in, and the table of lower-case letters.

use std::fs;
use std::path::Path;
use std::{env, io};

#[path = "src/lang/lower_table.rs"]
mod lower_table;
#[path = "src/lang/packing.rs"]
mod packing;
#[path = "src/word_hash.rs"]
mod word_hash;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let mut hash = FNV;
    visit(Path::new("src"), &mut hash);
    hash_bytes(&fs::read("Cargo.lock").unwrap_or_default(), &mut hash);
    println!("cargo:rustc-env=KRONIEK_BUILD={hash:016x}");
    println!("cargo:rerun-if-changed=models/nl.names");
    println!("cargo:rustc-env=KRONIEK_NAMES={:016x}", word_hash::hash(&fs::read("models/nl.names")?));
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    for code in ["nl", "en"] {
        let pack = packing::make(Path::new("src/lang"), code)?;
        println!("cargo:rustc-env=KRONIEK_PACK_{code}={:016x}", word_hash::hash(pack.as_bytes()));
        fs::write(Path::new(&out).join(code).with_extension("pack"), pack)?;
    }
    fs::write(Path::new(&out).join("lower.rs"), lower_table::make())
}

fn visit(folder: &Path, hash: &mut u64) {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            visit(&path, hash);
        } else {
            hash_bytes(&fs::read(&path).unwrap_or_default(), hash);
        }
    }
}

/// FNV-1a of nothing.
const FNV: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a.
fn hash_bytes(bytes: &[u8], hash: &mut u64) {
    for &byte in bytes {
        *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
