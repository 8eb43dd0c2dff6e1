//! The scorer gives the figures of `score.py`: recorded ones for our own small cases, fresh ones for the corpora.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::{PageScore, Summary, Truth, score_page};
use crate::predict::Prediction;
use crate::quality::corpus;
use crate::root::target;
use crate::set::read_jsonl;

#[test]
fn fixtures_give_the_recorded_figures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/score/fixtures");
    let expected = fs::read(folder.join("expected.json")).unwrap();
    let truth: Vec<Truth> = read_jsonl(&folder.join("truth.jsonl")).unwrap();
    let predictions: Vec<Prediction> = read_jsonl(&folder.join("predictions.jsonl")).unwrap();
    assert_equal(&truth, &predictions, &serde_json::from_slice(&expected).unwrap());
}

/// The pages' own text, damaged in many ways, scored by both.
#[test]
fn corpora_give_the_figures_of_score_py() {
    let Some(script) = corpus::archives().map(|folder| folder.join("score.py")).filter(|script| script.exists()) else {
        println!("not checked: there is no shared/corpus/score.py beside the repository");
        return;
    };
    if Command::new("python3").arg("--version").output().is_err() {
        println!("not checked: there is no python3");
        return;
    }
    let sets = ["fundus", "mozilla", "postlight", "trafilatura", "zh-handmade"].map(str::to_owned);
    let folder = target().join("score-test");
    fs::create_dir_all(&folder).unwrap();
    for corpus in corpus::open(&sets).unwrap() {
        let rows: Vec<Value> = read_jsonl(&corpus.dir.join("truth.jsonl")).unwrap();
        let lines: Vec<String> = rows.iter().enumerate().map(|(at, row)| damaged(row, at).to_string()).collect();
        let path = folder.join(format!("{}.jsonl", corpus.name));
        fs::write(&path, lines.join("\n")).unwrap();
        let truth_path = corpus.dir.join("truth.jsonl");
        let out = Command::new("python3")
            .arg(&script)
            .arg("--truth")
            .args([&truth_path, &path])
            .args(["--json", "--per-page"])
            .output();
        let truth: Vec<Truth> = read_jsonl(&truth_path).unwrap();
        assert_equal(&truth, &read_jsonl(&path).unwrap(), &serde_json::from_slice(&out.unwrap().stdout).unwrap());
    }
}

/// A prediction made from the truth: parts cut, doubled and changed, by the row's number.
fn damaged(row: &Value, at: usize) -> Value {
    let field = |name: &str| match row.get(name) {
        Some(Value::Array(values)) => {
            values.iter().map(|value| value.as_str().unwrap_or_default()).collect::<Vec<_>>().join("\n")
        }
        Some(value) => value.as_str().unwrap_or_default().to_owned(),
        None => String::new(),
    };
    let text = [field("text"), field("with"), field("without")].concat();
    let chars: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| chars[chars.len() * from / 8..chars.len() * to / 8].iter().collect::<String>();
    let text = match at % 6 {
        0 => text.clone(),
        1 => part(1, 6),
        2 => part(0, 3) + &part(5, 8),
        3 => part(0, 8) + &part(2, 4),
        4 => text.to_uppercase(),
        _ => String::new(),
    };
    let title = [field("title"), field("title").to_uppercase(), format!("{} | Site", field("title"))];
    let author = [field("author"), format!("By {}", field("author")), field("author").replace(", ", " and ")];
    let date = [field("date"), field("date").replace('-', "/"), field("date").replace("-0", "-1")];
    json!({"id": row["id"], "text": text, "title": title[at % 3], "author": author[at % 3], "date": date[at % 3], "ms": 1.0})
}

/// Every figure that `score.py` gives is the one given here.
fn assert_equal(truth: &[Truth], predictions: &[Prediction], expected: &Value) {
    let rows: Vec<PageScore> = truth.iter().zip(predictions).map(|(truth, got)| score_page(truth, got)).collect();
    let name = expected["summary"].as_object().unwrap().keys().next().unwrap();
    for (row, expected) in rows.iter().zip(expected["pages"][name].as_array().unwrap()) {
        assert_same(&format!("page {}", row.id), &serde_json::to_value(row).unwrap(), expected);
    }
    let summary = serde_json::to_value(Summary::of(&rows)).unwrap();
    let mut expected = expected["summary"][name].clone();
    for not_ported in
        ["f1_se", "snippets", "snippet_p", "snippet_r", "ms_mean", "ms_max", "title_pages", "author_pages", "date_pages"]
    {
        expected.as_object_mut().unwrap().remove(not_ported);
    }
    assert_same("summary", &summary, &expected);
}

fn assert_same(what: &str, got: &Value, expected: &Value) {
    for (key, want) in expected.as_object().unwrap() {
        let got = got.get(key).unwrap_or(&Value::Null);
        let same = match (got.as_f64(), want.as_f64()) {
            (Some(got), Some(want)) => (got - want).abs() < 1e-9,
            _ => got == want,
        };
        assert!(same, "{what}: {key} is {got}, score.py says {want}");
    }
}
