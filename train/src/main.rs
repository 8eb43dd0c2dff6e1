//! Makes the block model: see `src/model/CARD.md`. `cargo run --release -p train -- [cv] [loso] [eval] [search] [write]`.
//!
//! The second pass must learn from first passes as wrong as they are on pages not seen before. So every lesson
//! is read by a first pass that has not seen its site, five of them in all.

mod boost;
mod corpus;
mod evaluate;
mod file;
mod labels;
mod lexicon;
mod rows;
mod search;
mod weak;

use std::collections::BTreeMap;
use std::path::PathBuf;

use boost::{Params, boost};
use corpus::Sample;
use evaluate::Score;
use file::Pass;
use lectern::capture::Facts;
use lectern::extract::features::{SECOND_WIDTH, WIDTH};
use lectern::extract::select::COSTS;
use lectern::extract::survey::survey;
use lectern::model::Model;
use lexicon::Weights;
use rows::{Lesson, Rows};
use train::split::FOLDS;
use train::{plain, random, split};

const FIRST: Params = Params { trees: 150, leaves: 31, rate: 0.1, min_rows: 60, feature_share: 0.4, row_share: 0.7, l2: 5.0 };
const SECOND: Params = Params { trees: 80, leaves: 15, ..FIRST };

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| args.iter().any(|arg| arg == name);
    let corpus =
        args.iter().find_map(|arg| arg.strip_prefix("--corpus=")).map_or_else(|| PathBuf::from("target/corpus"), PathBuf::from);
    let mut samples = Vec::new();
    for set in corpus::SETS {
        samples.extend(corpus::read(&corpus, set)?);
    }
    note(&format!("{} pages read", samples.len()));
    let mut unseen = Vec::new();
    for set in corpus::UNSEEN {
        unseen.extend(corpus::read(&corpus, set)?);
    }
    if has("eval") || has("search") {
        let folds: Vec<Vec<u8>> =
            (0..FOLDS).map(|fold| std::fs::read(corpus.join(format!("fold{fold}.bin")))).collect::<Result<_, _>>()?;
        samples.append(&mut unseen);
        return search::report(&samples, &folds, has("search"), &args);
    }
    let mut lessons = rows::lessons(&samples);
    note(&format!("{} lessons", lessons.len()));
    // One round of weak labels, from a model that never saw the site.
    let guessing: Vec<First> = first_passes(&samples, &lessons, |_| true);
    let weak = rows::weak_lessons(&samples, |index, survey| {
        let sample = samples.get(index);
        let first = sample.and_then(|sample| guessing.get(rows::fold(&sample.site)));
        match (sample, first.and_then(|first| Model::read(&first.bytes))) {
            (Some(sample), Some(model)) => probabilities(&model, sample),
            _ => vec![0.5; survey.blocks.items.len()],
        }
    });
    note(&format!("{} weak lessons", weak.len()));
    lessons.extend(weak);
    if has("write") || has("cv") {
        let firsts = first_passes(&samples, &lessons, |_| true);
        if has("cv") {
            let mut scores: BTreeMap<String, Vec<Score>> = BTreeMap::new();
            for (fold, first) in firsts.iter().enumerate() {
                let second = second_pass(&samples, &lessons, &firsts, |lesson| lesson.fold != fold);
                let bytes = file::bytes(&first.names, &first.pass, &second);
                std::fs::write(corpus.join(format!("fold{fold}.bin")), &bytes)?;
                measure(&samples, &bytes, |sample| rows::fold(&sample.site) == fold, &mut scores);
            }
            print("cross-validation", &scores);
        }
        if has("write") {
            let first = first_pass(&samples, &lessons, |_| true, None);
            let second = second_pass(&samples, &lessons, &firsts, |_| true);
            let bytes = file::bytes(&first.names, &first.pass, &second);
            std::fs::write("src/model/blocks.bin", &bytes)?;
            note(&format!("{} bytes", bytes.len()));
        }
    }
    if has("loso") {
        let mut scores = BTreeMap::new();
        for set in corpus::SETS {
            let may = |lesson: &Lesson| samples.get(lesson.sample).is_some_and(|sample| sample.set != set);
            let firsts = first_passes(&samples, &lessons, may);
            let first = first_pass(&samples, &lessons, may, None);
            let second = second_pass(&samples, &lessons, &firsts, may);
            let bytes = file::bytes(&first.names, &first.pass, &second);
            measure(&samples, &bytes, |sample| sample.set == set, &mut scores);
        }
        print("leave one set out", &scores);
    }
    Ok(())
}

/// A first pass with the name weights that it reads by.
struct First {
    names: Weights,
    pass: Pass,
    /// Its file, with a second pass that says nothing.
    bytes: Vec<u8>,
}

/// For each part of the sites a first pass that has not seen it.
fn first_passes(samples: &[Sample], lessons: &[Lesson], may: impl Fn(&Lesson) -> bool) -> Vec<First> {
    (0..FOLDS).map(|fold| first_pass(samples, lessons, |lesson| may(lesson) && lesson.fold != fold, Some(fold))).collect()
}

/// A first pass from the lessons that `may` lets through. Names are learned out of fold for the rows.
fn first_pass(samples: &[Sample], lessons: &[Lesson], may: impl Fn(&Lesson) -> bool, held: Option<usize>) -> First {
    let mut rows = Rows::new(WIDTH);
    for fold in (0..FOLDS).filter(|&fold| Some(fold) != held) {
        let names = rows::lexicon(lessons, |lesson| may(lesson) && lesson.fold != fold);
        for lesson in lessons.iter().filter(|lesson| may(lesson) && lesson.fold == fold) {
            rows.push_first(samples, lesson, &names);
        }
    }
    let names = rows::lexicon(lessons, &may);
    let pass = learn(rows, &FIRST);
    let bytes = file::bytes(&names, &pass, &Pass::empty(SECOND_WIDTH));
    First { names, pass, bytes }
}

/// A second pass from the lessons that `may` lets through, each read by the first pass that has not seen its site.
fn second_pass(samples: &[Sample], lessons: &[Lesson], firsts: &[First], may: impl Fn(&Lesson) -> bool) -> Pass {
    let mut rows = Rows::new(SECOND_WIDTH);
    for (fold, first) in firsts.iter().enumerate() {
        let Some(model) = Model::read(&first.bytes) else { continue };
        for lesson in lessons.iter().filter(|lesson| may(lesson) && lesson.fold == fold) {
            rows.push_second(samples, lesson, &model);
        }
    }
    learn(rows, &SECOND)
}

fn learn(rows: Rows, params: &Params) -> Pass {
    let thresholds = rows.thresholds();
    note(&format!("{} rows of {} numbers", rows.labels.len(), rows.width));
    let boosted = boost(&rows.table(&thresholds), params, 1);
    Pass { thresholds, boosted }
}

fn probabilities(model: &Model<'_>, sample: &Sample) -> Vec<f32> {
    model.probabilities(&survey(&sample.page, &Facts::default(), &model.lexicon))
}

fn measure(samples: &[Sample], bytes: &[u8], which: impl Fn(&Sample) -> bool, scores: &mut BTreeMap<String, Vec<Score>>) {
    let Some(model) = Model::read(bytes) else { return };
    for sample in samples.iter().filter(|sample| which(sample)) {
        let survey = survey(&sample.page, &Facts::default(), &model.lexicon);
        let p = model.probabilities(&survey);
        let score = evaluate::score(sample, &survey, &evaluate::kept(&survey, &p, &COSTS));
        scores.entry(sample.set.to_string()).or_default().push(score);
        if sample.set == "wcxb" {
            scores.entry(format!("wcxb {}", sample.kind)).or_default().push(score);
        }
    }
}

fn print(what: &str, scores: &BTreeMap<String, Vec<Score>>) {
    note(what);
    for (set, scores) in scores {
        let (pages, f1, low) = evaluate::summarize(scores);
        note(&format!("  {set:24} {pages:5} {f1:.4} low {low:.3}"));
    }
}

#[allow(clippy::print_stderr, reason = "progress of a command")]
fn note(line: &str) {
    eprintln!("{line}");
}
