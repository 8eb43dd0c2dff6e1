//! A bit for each of up to 128 rows, and whole numbers for them, a bit at a time.
//!
//! The bits stand as a processor compares numbers: four rows at once, so row 5 is the second bit of the second word. All is
//! written so that compilers make it instructions for 128 bits, on processors and in WebAssembly.

/// So many numbers are compared at once.
const LANES: usize = 4;

/// A bit for each row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(align(16))]
pub(super) struct Rows([u32; LANES]);

/// So many rows are read at once.
pub(super) const N_ROWS: usize = LANES * u32::BITS as usize;

impl Rows {
    pub(super) const NONE: Rows = Rows([0; LANES]);
    pub(super) const ALL: Rows = Rows([u32::MAX; LANES]);

    /// Splits these rows by those that are above something: the others first.
    pub(super) fn part(self, above: Rows) -> [Rows; 2] {
        [self.with(above, |rows, above| rows & !above), self.and(above)]
    }

    fn and(self, other: Rows) -> Rows {
        self.with(other, |a, b| a & b)
    }

    fn or(self, other: Rows) -> Rows {
        self.with(other, |a, b| a | b)
    }

    fn xor(self, other: Rows) -> Rows {
        self.with(other, |a, b| a ^ b)
    }

    fn with(mut self, other: Rows, operation: impl Fn(u32, u32) -> u32) -> Rows {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a = operation(*a, b));
        self
    }

    fn has(self, row: usize) -> bool {
        self.0.get(row % LANES).is_some_and(|word| word >> (row / LANES) & 1 != 0)
    }
}

/// The values that the rows have of one feature.
#[repr(align(16))]
pub(super) struct Column {
    values: [[f32; LANES]; N_ROWS / LANES],
    /// A multiple of [`UNROLLED`].
    n_used: usize,
}

/// So many times four numbers are compared before a loop goes on.
const UNROLLED: usize = 4;

impl Column {
    pub(super) fn new() -> Column {
        Column { values: [[0.0; LANES]; N_ROWS / LANES], n_used: 0 }
    }

    /// Takes the values of one feature from rows of so many features.
    pub(super) fn take(&mut self, rows: &[f32], width: usize, feature: usize) {
        let values = rows.get(feature..).unwrap_or_default().iter().step_by(width);
        self.n_used = values.len().div_ceil(LANES * UNROLLED) * UNROLLED;
        let (places, others) = self.values.as_flattened_mut().split_at_mut_checked(values.len()).unwrap_or_default();
        // What is no number is above nothing.
        let above_nothing = f32::NEG_INFINITY;
        let number = |value: f32| if value > above_nothing { value } else { above_nothing };
        places.iter_mut().zip(values).for_each(|(place, &value)| *place = number(value));
        // Rows that are not there are as the last one that is.
        let last = places.last().copied().unwrap_or(above_nothing);
        others.iter_mut().take(self.n_used * LANES - places.len()).for_each(|place| *place = last);
    }

    /// Notes for each of these thresholds, which ascend, which rows are above it.
    pub(super) fn compare(&self, thresholds: &[f32], above: &mut [Rows]) {
        let values = self.values.get(..self.n_used).unwrap_or_default();
        let mut lowest = [f32::INFINITY; LANES];
        for values in values {
            lowest.iter_mut().zip(values).for_each(|(lowest, &value)| *lowest = if value < *lowest { value } else { *lowest });
        }
        let n_below = thresholds.iter().take_while(|&threshold| lowest.iter().all(|lowest| lowest > threshold)).count();
        let (below, above) = above.split_at_mut_checked(n_below).unwrap_or_default();
        below.fill(Rows::ALL);
        above.fill(Rows::NONE);
        for (threshold, above) in thresholds.iter().skip(n_below).zip(above) {
            let mut rows = [0; LANES];
            for values in values.as_chunks::<UNROLLED>().0.iter().rev() {
                for values in values.iter().rev() {
                    rows.iter_mut().zip(values).for_each(|(rows, value)| *rows = *rows << 1 | u32::from(value > threshold));
                }
            }
            *above = Rows(rows);
            // What is above a threshold is above all lower ones.
            if *above == Rows::NONE {
                break;
            }
        }
    }
}

/// Bits of a sum.
const N_BITS: usize = 16;
/// So many bytes can be added up.
pub(super) const MAX_ADDED: usize = (1 << N_BITS) / (u8::MAX as usize + 1);

/// A sum for each row: its lowest bits first.
pub(super) struct Sums([Rows; N_BITS]);

impl Sums {
    pub(super) fn new() -> Sums {
        Sums([Rows::NONE; N_BITS])
    }

    /// Adds to each row's sum the number that it has.
    pub(super) fn add(&mut self, numbers: &Numbers) {
        let mut carry = Rows::NONE;
        let (low, high) = self.0.split_at_mut(numbers.0.len());
        for (sum, &bit) in low.iter_mut().zip(&numbers.0) {
            let half = sum.xor(bit);
            (*sum, carry) = (half.xor(carry), sum.and(bit).or(half.and(carry)));
        }
        for sum in high {
            (*sum, carry) = (sum.xor(carry), sum.and(carry));
        }
    }

    /// The sum of one row.
    pub(super) fn of(&self, row: usize) -> i32 {
        self.0.iter().rev().fold(0, |sum, bit| sum << 1 | i32::from(bit.has(row)))
    }
}

/// A byte for each row: its lowest bits first.
pub(super) struct Numbers([Rows; 8]);

impl Numbers {
    /// For each row the number that stands with it; a row stands with one number.
    pub(super) fn new<'a>(numbers: impl Iterator<Item = (u8, &'a Rows)>) -> Numbers {
        let mut bits = [Rows::NONE; 8];
        let (low, high) = bits.split_at_mut(4);
        for (number, rows) in numbers {
            for (bits, number) in [(&mut *low, number & 15), (&mut *high, number >> 4)] {
                let masks = MASKS.get(usize::from(number)).unwrap_or(&[Rows::NONE; 4]);
                bits.iter_mut().zip(masks).for_each(|(bits, &mask)| *bits = bits.or(rows.and(mask)));
            }
        }
        Numbers(bits)
    }
}

/// For each number of four bits, lowest first, all rows where it has that bit.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler, which reports an index out of bounds")]
static MASKS: [[Rows; 4]; 16] = {
    let mut masks = [[Rows::NONE; 4]; 16];
    let mut at = 0;
    while at < 4 * 16 {
        if (at / 4) >> (at % 4) & 1 != 0 {
            masks[at / 4][at % 4] = Rows::ALL;
        }
        at += 1;
    }
    masks
};
