//! Remembers what was made of names: the elements of a page share most of theirs.

/// What was made of the strings that were last asked for.
#[derive(Clone, Debug)]
pub struct Memo<'a, T>(Vec<(&'a str, T)>);

/// So many are remembered; each has its place, and gives way to the next that has the same.
const N_PLACES: usize = 256;

impl<'a, T: Copy + Default> Memo<'a, T> {
    /// Nothing but that the default is what is made of the empty string.
    pub fn new() -> Self {
        Memo(vec![("", T::default()); N_PLACES])
    }

    /// What `make` makes of `name`, or has made.
    pub fn get(&mut self, name: &'a str, make: impl FnOnce(&'a str) -> T) -> T {
        match self.0.get_mut(place(name)) {
            Some((known, made)) if *known == name => *made,
            Some(slot) => {
                *slot = (name, make(name));
                slot.1
            }
            None => make(name),
        }
    }
}

impl<T: Copy + Default> Default for Memo<'_, T> {
    fn default() -> Self {
        Memo::new()
    }
}

/// Told from the length, the first eight bytes and the last eight.
fn place(name: &str) -> usize {
    let bytes = name.as_bytes();
    let ends = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(5),
        _ => bytes.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    };
    let mixed = (ends ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (u64::BITS - N_PLACES.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn what_was_made_is_not_made_again_and_never_of_another() {
        let names: Vec<String> = (0..1000).map(|number| format!("name-of-element-{number}")).collect();
        let mut memo = Memo::new();
        let mut n_made = 0;
        for name in names.iter().flat_map(|name| [name, name]) {
            let made = memo.get(name, |name| {
                n_made += 1;
                name.len() + usize::from(name.ends_with('7'))
            });
            assert_eq!(made, name.len() + usize::from(name.ends_with('7')));
        }
        assert_eq!(n_made, names.len());
    }
}
