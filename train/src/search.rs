//! Reports what fold models make of pages they never saw, and searches the costs of selection on them.

use std::collections::BTreeMap;

use lectern::capture::Facts;
use lectern::extract::select::{COSTS, Costs};
use lectern::extract::survey::{Survey, survey};
use lectern::model::Model;

use crate::corpus::Sample;
use crate::evaluate::{self, Score};
use crate::{note, print, rows};

/// Prints scores by set, with a perfect choice beside; `--worst=SET` lists that set's pages, worst first.
///
/// # Errors
///
/// A fold model that cannot be read.
pub fn report(samples: &[Sample], folds: &[Vec<u8>], search: bool, args: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    let models: Vec<Model<'_>> = folds.iter().filter_map(|bytes| Model::read(bytes)).collect();
    let mut pages: Vec<(&Sample, Survey<'_>, Vec<f32>)> = Vec::new();
    for sample in samples {
        let model = models.get(rows::fold(&sample.site)).ok_or("a fold model is missing or old")?;
        let survey = survey(&sample.page, &Facts::default(), &model.lexicon);
        let p = model.probabilities(&survey);
        pages.push((sample, survey, p));
    }
    let scores = |costs: &Costs| {
        let mut scores: BTreeMap<String, Vec<Score>> = BTreeMap::new();
        for (sample, survey, p) in &pages {
            let score = evaluate::score(sample, survey, &evaluate::kept(survey, p, costs));
            scores.entry(sample.set.to_string()).or_default().push(score);
            if sample.set == "wcxb" {
                scores.entry(format!("wcxb {}", sample.kind)).or_default().push(score);
            }
        }
        scores
    };
    print("fold models", &scores(&COSTS));
    let mut perfect: BTreeMap<String, Vec<Score>> = BTreeMap::new();
    for (sample, survey, _) in &pages {
        let score = evaluate::score(sample, survey, &evaluate::oracle(sample, survey));
        perfect.entry(format!("{} {}", sample.set, sample.kind)).or_default().push(score);
    }
    print("a perfect choice", &perfect);
    if let Some(set) = args.iter().find_map(|arg| arg.strip_prefix("--hopeless=")) {
        for (sample, survey, _) in pages.iter().filter(|(sample, ..)| sample.set == set) {
            match evaluate::score(sample, survey, &evaluate::oracle(sample, survey)) {
                Score::F1(f1) if f1 < 0.85 => note(&format!("{f1:.3} {} {}", sample.kind, sample.id)),
                Score::Snippets([found, all, ..]) if found < all => note(&format!("{found} of {all} {}", sample.id)),
                _ => {}
            }
        }
    }
    if let Some(set) = args.iter().find_map(|arg| arg.strip_prefix("--worst=")) {
        let mut worst = Vec::new();
        for (sample, survey, p) in pages.iter().filter(|(sample, ..)| sample.set == set) {
            let Score::F1(f1) = evaluate::score(sample, survey, &evaluate::kept(survey, p, &COSTS)) else { continue };
            let Score::F1(best) = evaluate::score(sample, survey, &evaluate::oracle(sample, survey)) else { continue };
            worst.push((f1, best, sample.kind.as_str(), sample.id.as_str()));
        }
        worst.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let mean = worst.iter().map(|page| page.1).sum::<f32>() / worst.len() as f32;
        note(&format!("a perfect choice: {mean:.4}"));
        for (f1, best, kind, id) in worst.iter().take(60) {
            note(&format!("{f1:.3} of {best:.3} {kind:14} {id}"));
        }
    }
    if let Some(id) = args.iter().find_map(|arg| arg.strip_prefix("--page=")) {
        for (sample, survey, p) in pages.iter().filter(|(sample, ..)| sample.id.starts_with(id)) {
            explain(sample, survey, p);
        }
    }
    if args.iter().any(|arg| arg == "--verdicts") {
        for (sample, survey, p) in &pages {
            let verdict =
                lectern::extract::verdict::verdict(survey, p, None, &lectern::extract::select::select(survey, p, &COSTS));
            let (words, sure) = (verdict.words, verdict.certainty);
            let (weight, teasers) = (verdict.weight, verdict.teasers);
            note(&format!(
                "V {} {} {words} {sure:.3} {weight:.1} {teasers:.3} {}",
                sample.set,
                if sample.kind.is_empty() { "-" } else { &sample.kind },
                sample.id
            ));
        }
    }
    if search {
        let variants = |costs: Costs| {
            vec![
                Costs { root: costs.root * 2.0, ..costs },
                Costs { root: costs.root / 2.0, ..costs },
                Costs { root_share: costs.root_share * 2.0, ..costs },
                Costs { root_share: costs.root_share / 2.0, ..costs },
                Costs { caption: costs.caption * 2.0, ..costs },
                Costs { caption: 1.0, ..costs },
                Costs { caption: costs.caption / 4.0, ..costs },
                Costs { cut: costs.cut * 2.0, ..costs },
                Costs { cut: costs.cut / 2.0, ..costs },
                Costs { extra: costs.extra * 2.0, ..costs },
                Costs { extra: costs.extra / 2.0, ..costs },
                Costs { threshold: (costs.threshold.0 - 0.05, costs.threshold.1), ..costs },
                Costs { threshold: (costs.threshold.0 + 0.05, costs.threshold.1), ..costs },
                Costs { threshold: (costs.threshold.0, costs.threshold.1 + 0.05), ..costs },
                Costs { threshold: (costs.threshold.0, costs.threshold.1 - 0.05), ..costs },
                Costs { f1_share: costs.f1_share * 0.85, ..costs },
                Costs { f1_share: costs.f1_share * 1.15, ..costs },
            ]
        };
        let worth = |costs: &Costs| {
            let scores = scores(costs);
            let of = |set: &str| scores.get(set).map_or(0.0, |scores| evaluate::summarize(scores).1);
            let sets = ["scrapinghub", "wcxb", "wcxb article", "fundus", "zh-handmade", "trafilatura"];
            sets.map(of).iter().sum::<f32>() / sets.len() as f32
        };
        let (mut best, mut top) = (COSTS, worth(&COSTS));
        loop {
            let before = top;
            for costs in variants(best) {
                let worth = worth(&costs);
                if worth > top + 1e-5 {
                    (best, top) = (costs, worth);
                }
            }
            note(&format!("{top:.5} {best:?}"));
            if top <= before + 1e-4 {
                break;
            }
        }
        print("best costs", &scores(&best));
    }
    Ok(())
}

/// Prints the blocks of one page with probability, choice and truth.
fn explain(sample: &Sample, survey: &Survey<'_>, p: &[f32]) {
    let kept = evaluate::kept(survey, p, &COSTS);
    let truth = evaluate::oracle(sample, survey);
    let page = survey.page;
    for (((block, p), kept), truth) in survey.blocks.items.iter().zip(p).zip(kept).zip(truth) {
        let mut nodes = page.nodes();
        nodes.skip_to(block.first);
        let text: String = nodes.take_while(|&id| id <= block.last).map(|id| page.text(id)).collect();
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(90).collect();
        let mark = |yes, mark| if yes { mark } else { ' ' };
        let element = page.name(block.container);
        let class = page.attr(block.container, "class").unwrap_or_default();
        let hidden = if block.hidden { "hidden " } else { "" };
        note(&format!("{p:.2} {}{} {hidden}{element}.{class} | {text}", mark(kept, 'K'), mark(truth, 'T')));
    }
}
