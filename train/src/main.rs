//! Makes the block model: see `src/model/CARD.md`. `cargo run --release -p train -- [cv] [loso] [eval] [search] [write]`.

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
use lectern::capture::Facts;
use lectern::extract::features::features;
use lectern::extract::select::COSTS;
use lectern::extract::survey::survey;
use lectern::model::Model;
use rows::{Lesson, Rows};
use train::split::FOLDS;
use train::{plain, random, split};

const PARAMS: Params = Params { trees: 150, leaves: 31, rate: 0.1, min_rows: 60, feature_share: 0.4, row_share: 0.7, l2: 5.0 };

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
    let weak: Vec<Lesson> = (0..FOLDS)
        .flat_map(|fold| {
            let bytes = train(&samples, &lessons, |lesson| lesson.fold != fold, Some(fold));
            let model = Model::read(&bytes);
            rows::weak_lessons(&samples, |index, survey| match (&model, samples.get(index)) {
                (Some(model), Some(sample)) => probabilities(model, sample),
                _ => vec![0.5; survey.blocks.items.len()],
            })
            .into_iter()
            .filter(move |lesson| lesson.fold == fold)
            .collect::<Vec<_>>()
        })
        .collect();
    note(&format!("{} weak lessons", weak.len()));
    lessons.extend(weak);
    if has("write") {
        let bytes = train(&samples, &lessons, |_| true, None);
        std::fs::write("src/model/blocks.bin", &bytes)?;
        note(&format!("{} bytes", bytes.len()));
    }
    if has("cv") {
        let mut scores: BTreeMap<String, Vec<Score>> = BTreeMap::new();
        for fold in 0..FOLDS {
            let bytes = train(&samples, &lessons, |lesson| lesson.fold != fold, Some(fold));
            std::fs::write(corpus.join(format!("fold{fold}.bin")), &bytes)?;
            measure(&samples, &bytes, |sample| rows::fold(&sample.site) == fold, &mut scores);
        }
        print("cross-validation", &scores);
    }
    if has("loso") {
        let mut scores = BTreeMap::new();
        for set in corpus::SETS {
            let set_of = |lesson: &Lesson| samples.get(lesson.sample).map_or("", |sample| sample.set);
            let bytes = train(&samples, &lessons, |lesson| set_of(lesson) != set, None);
            measure(&samples, &bytes, |sample| sample.set == set, &mut scores);
        }
        print("leave one set out", &scores);
    }
    Ok(())
}

/// A model from the lessons that `may` lets through. Names are learned out of fold for the rows.
fn train(samples: &[Sample], lessons: &[Lesson], may: impl Fn(&Lesson) -> bool, held: Option<usize>) -> Vec<u8> {
    let mut rows = Rows::default();
    for fold in (0..FOLDS).filter(|&fold| Some(fold) != held) {
        let names = rows::lexicon(lessons, |lesson| may(lesson) && lesson.fold != fold);
        for lesson in lessons.iter().filter(|lesson| may(lesson) && lesson.fold == fold) {
            rows.push(samples, lesson, &names);
        }
    }
    let names = rows::lexicon(lessons, &may);
    let thresholds = rows.thresholds();
    let n = rows.labels.len();
    let table = rows.table(&thresholds);
    let boosted = boost(&table, &PARAMS, 1);
    note(&format!("trained on {n} rows"));
    file::bytes(&names, &thresholds, &boosted)
}

fn probabilities(model: &Model<'_>, sample: &Sample) -> Vec<f32> {
    model.probabilities(&features(&survey(&sample.page, &Facts::default(), &model.lexicon)))
}

fn measure(samples: &[Sample], bytes: &[u8], which: impl Fn(&Sample) -> bool, scores: &mut BTreeMap<String, Vec<Score>>) {
    let Some(model) = Model::read(bytes) else { return };
    for sample in samples.iter().filter(|sample| which(sample)) {
        let survey = survey(&sample.page, &Facts::default(), &model.lexicon);
        let p = model.probabilities(&features(&survey));
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
