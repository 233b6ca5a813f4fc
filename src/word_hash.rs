//! The hash by which a page knows the files of its own build. `build.rs` includes this file.

/// FNV-1a of 64 bits over words of eight bytes, the last one filled with zeros: a phone takes several milliseconds
/// for the bytes one by one.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(0xcbf2_9ce4_8422_2325, |hash, word| {
        let mut filled = [0; 8];
        filled[..word.len()].copy_from_slice(word);
        (hash ^ u64::from_le_bytes(filled)).wrapping_mul(0x0100_0000_01b3)
    })
}
