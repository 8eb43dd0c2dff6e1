//! What the model is told of each block: one row of numbers, from measures that mean the same in every
//! language and on every site.

mod context;
mod place;
mod position;
mod text;

use super::survey::Survey;

/// Number of features of the first pass.
pub const WIDTH: usize = text::WIDTH + place::WIDTH + position::WIDTH;
/// Number of features of the second pass.
pub const SECOND_WIDTH: usize = context::WIDTH;

/// The features' names, in the order of a row of the first pass, then in that of the second.
pub fn names() -> impl Iterator<Item = &'static str> {
    text::NAMES.into_iter().chain(place::NAMES).chain(position::NAMES).chain(context::NAMES)
}

/// One row of [`WIDTH`] numbers for each block, row after row.
pub fn features(survey: &Survey<'_>) -> Vec<f32> {
    let mut rows = Vec::with_capacity(survey.blocks.items.len() * WIDTH);
    let position = position::Positions::new(survey);
    let mut levels = place::Levels::default();
    for (index, block) in survey.blocks.items.iter().enumerate() {
        rows.extend_from_slice(&text::features(survey, index, block));
        rows.extend_from_slice(&place::features(survey, index, block, &mut levels));
        rows.extend_from_slice(&position.features(index));
    }
    rows
}

/// One row of [`SECOND_WIDTH`] numbers for each block: what the first pass made of it and of the blocks around.
pub fn second(survey: &Survey<'_>, first: &[f32]) -> Vec<f32> {
    let context = context::Context::new(survey, first);
    let mut rows = Vec::with_capacity(first.len() * SECOND_WIDTH);
    for index in 0..first.len() {
        context.push(index, &mut rows);
    }
    rows
}

/// Counts grow over orders of magnitude; their logarithms do not.
fn log(count: f32) -> f32 {
    (1.0 + count.max(0.0)).ln()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_feature_has_a_name_of_its_own() {
        let mut names: Vec<_> = super::names().collect();
        assert_eq!(names.len(), super::WIDTH + super::SECOND_WIDTH);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), super::WIDTH + super::SECOND_WIDTH);
    }
}
