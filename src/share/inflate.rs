//! Inflate (RFC 1951), for where there is no `DecompressionStream`: small rather than fast, and never past its
//! limit.

use super::LinkError;

/// Most bits of a code.
const BITS: usize = 15;

/// The order in which the lengths of the code for code lengths are stored.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Unfolds deflated bytes.
///
/// # Errors
///
/// [`LinkError::TooLarge`] when there is more than `limit` bytes of it, [`LinkError::Broken`] when it is not
/// deflate, or something stands behind it.
pub fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, LinkError> {
    let mut reader = Inflate { bits: Bits { bytes, at: 0 }, out: Vec::new(), limit };
    while !reader.block()? {}
    if reader.bits.at.div_ceil(8) == bytes.len() { Ok(reader.out) } else { Err(LinkError::Broken) }
}

struct Bits<'a> {
    bytes: &'a [u8],
    /// The next bit.
    at: usize,
}

impl Bits<'_> {
    fn one(&mut self) -> Result<usize, LinkError> {
        let byte = self.bytes.get(self.at / 8).ok_or(LinkError::Broken)?;
        let bit = byte >> (self.at % 8) & 1;
        self.at += 1;
        Ok(bit.into())
    }

    fn many(&mut self, count: usize) -> Result<usize, LinkError> {
        (0..count).try_fold(0, |value, at| Ok(value | self.one()? << at))
    }
}

/// A canonical Huffman code: how many symbols have each length, and the symbols by length.
struct Code {
    counts: [u16; BITS + 1],
    symbols: Vec<u16>,
}

impl Code {
    /// The code of these lengths. One that names more symbols than its lengths can tell apart is refused; one
    /// that leaves some unnamed is not: encoders write such codes for a single distance.
    fn new(lengths: &[u8]) -> Result<Self, LinkError> {
        let mut counts = [0_u16; BITS + 1];
        for &length in lengths {
            counts[usize::from(length)] += 1;
        }
        counts[0] = 0;
        let mut left = 1_i32;
        for &count in &counts[1..] {
            left = left * 2 - i32::from(count);
            if left < 0 {
                return Err(LinkError::Broken);
            }
        }
        let mut symbols = Vec::new();
        for wanted in 1..=BITS {
            let with = (0_u16..).zip(lengths).filter(|(_, length)| usize::from(**length) == wanted);
            symbols.extend(with.map(|(symbol, _)| symbol));
        }
        Ok(Self { counts, symbols })
    }

    fn symbol(&self, bits: &mut Bits<'_>) -> Result<usize, LinkError> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for &count in &self.counts[1..] {
            let count = usize::from(count);
            code |= bits.one()?;
            if code < first + count {
                let symbol = self.symbols.get(index + code - first);
                return symbol.map(|&symbol| symbol.into()).ok_or(LinkError::Broken);
            }
            index += count;
            first = (first + count) * 2;
            code *= 2;
        }
        Err(LinkError::Broken)
    }
}

struct Inflate<'a> {
    bits: Bits<'a>,
    out: Vec<u8>,
    limit: usize,
}

impl Inflate<'_> {
    /// Reads a block, and tells whether it is the last.
    fn block(&mut self) -> Result<bool, LinkError> {
        let last = self.bits.one()? == 1;
        match self.bits.many(2)? {
            0 => self.stored()?,
            1 => self.fixed()?,
            2 => self.dynamic()?,
            _ => return Err(LinkError::Broken),
        }
        Ok(last)
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), LinkError> {
        if self.out.len() + bytes.len() > self.limit {
            return Err(LinkError::TooLarge);
        }
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    fn stored(&mut self) -> Result<(), LinkError> {
        self.bits.at = self.bits.at.next_multiple_of(8);
        let length = self.bits.many(16)?;
        if self.bits.many(16)? != length ^ 0xffff {
            return Err(LinkError::Broken);
        }
        let start = self.bits.at / 8;
        let bytes = self.bits.bytes;
        let bytes = bytes.get(start..start + length).ok_or(LinkError::Broken)?;
        self.bits.at += length * 8;
        self.push(bytes)
    }

    fn fixed(&mut self) -> Result<(), LinkError> {
        let mut lengths = [8_u8; 288];
        lengths[144..256].fill(9);
        lengths[256..280].fill(7);
        self.compressed(&Code::new(&lengths)?, &Code::new(&[5; 30])?)
    }

    fn dynamic(&mut self) -> Result<(), LinkError> {
        let literals = self.bits.many(5)? + 257;
        let distances = self.bits.many(5)? + 1;
        let count = self.bits.many(4)? + 4;
        if literals > 286 || distances > 30 {
            return Err(LinkError::Broken);
        }
        let mut lengths = [0_u8; 19];
        for &place in &ORDER[..count] {
            lengths[place] = self.bits.many(3)? as u8;
        }
        let code = Code::new(&lengths)?;
        let mut lengths = Vec::with_capacity(literals + distances);
        while lengths.len() < literals + distances {
            let (length, times) = match code.symbol(&mut self.bits)? {
                16 => (*lengths.last().ok_or(LinkError::Broken)?, 3 + self.bits.many(2)?),
                17 => (0, 3 + self.bits.many(3)?),
                18 => (0, 11 + self.bits.many(7)?),
                length => (length as u8, 1),
            };
            lengths.resize(lengths.len() + times, length);
        }
        if lengths.len() > literals + distances || lengths[256] == 0 {
            return Err(LinkError::Broken);
        }
        let (literals, distances) = lengths.split_at(literals);
        self.compressed(&Code::new(literals)?, &Code::new(distances)?)
    }

    fn compressed(&mut self, literals: &Code, distances: &Code) -> Result<(), LinkError> {
        loop {
            match literals.symbol(&mut self.bits)? {
                256 => return Ok(()),
                symbol @ 0..256 => self.push(&[symbol as u8])?,
                symbol @ 257..286 => {
                    let length = self.length(symbol - 257)?;
                    let symbol = distances.symbol(&mut self.bits)?;
                    let distance = self.distance(symbol)?;
                    self.copy(length, distance)?;
                }
                _ => return Err(LinkError::Broken),
            }
        }
    }

    /// Lengths 3 to 10 one by one, then four to every further bit, and 258.
    fn length(&mut self, symbol: usize) -> Result<usize, LinkError> {
        match symbol {
            0..8 => Ok(symbol + 3),
            28 => Ok(258),
            _ => {
                let extra = symbol / 4 - 1;
                Ok(3 + ((4 + symbol % 4) << extra) + self.bits.many(extra)?)
            }
        }
    }

    /// Distances 1 to 4 one by one, then two to every further bit.
    fn distance(&mut self, symbol: usize) -> Result<usize, LinkError> {
        match symbol {
            0..4 => Ok(symbol + 1),
            4..30 => {
                let extra = symbol / 2 - 1;
                Ok(1 + ((2 + symbol % 2) << extra) + self.bits.many(extra)?)
            }
            _ => Err(LinkError::Broken),
        }
    }

    fn copy(&mut self, length: usize, distance: usize) -> Result<(), LinkError> {
        let start = self.out.len().checked_sub(distance).ok_or(LinkError::Broken)?;
        if self.out.len() + length > self.limit {
            return Err(LinkError::TooLarge);
        }
        for at in start..start + length {
            self.out.push(self.out[at]);
        }
        Ok(())
    }
}
