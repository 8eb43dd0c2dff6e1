//! Holds that files are read as html5ever reads them: over a table of cases, over random tags, over real pages.

use std::path::Path;

use super::serialize::{difference, serialize};
use super::{check_sound, html, oracle};

/// The cases of `files.txt`.
#[test]
fn files_are_read_as_the_standard_says() {
    let mut is_oracle_right = true;
    let mut lines = include_str!("files.txt").lines().skip_while(|line| !line.starts_with('#'));
    while let Some(line) = lines.next() {
        if line.is_empty() {
            continue;
        }
        if let Some(section) = line.strip_prefix("# ") {
            is_oracle_right = section != "not html5ever";
            continue;
        }
        let source = unescape(line);
        let expected = lines.next().and_then(|line| line.strip_prefix("= ")).map(unescape).unwrap();
        let page = html::parse(&source);
        check_sound(&page);
        let tree = serialize(&page);
        let tree = tree.strip_prefix("<html><head></head><body>").unwrap_or(&tree);
        assert_eq!(tree.strip_suffix("</body></html>").unwrap_or(tree), expected, "{line}");
        // A case that html5ever comes to read as the standard says belongs to the others.
        assert_eq!(difference(&page, &oracle::parse(&source)).is_none(), is_oracle_right, "{line}");
    }
}

fn unescape(line: &str) -> String {
    line.replace("\\n", "\n").replace("\\r", "\r").replace("\\0", "\0")
}

#[track_caller]
fn check(source: &str, name: &str) {
    let page = html::parse(source);
    check_sound(&page);
    if let Some(difference) = difference(&page, &oracle::parse(source)) {
        panic!("{name}: {difference}");
    }
}

/// Every tenth page of the corpora, where `cargo xtask quality` has unpacked them.
#[test]
fn real_pages_are_read_as_html5ever_reads_them() {
    check_corpus(10);
}

/// All of them: `cargo test --release --package lectern every_real_page -- --ignored`.
#[test]
#[ignore = "takes a minute"]
fn every_real_page_is_read_as_html5ever_reads_it() {
    check_corpus(1);
}

fn check_corpus(step: usize) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/corpus");
    let Ok(sets) = std::fs::read_dir(&corpus) else {
        println!("skipped: no corpus at target/corpus");
        return;
    };
    let mut n_pages = 0;
    for folder in sets.flatten().filter_map(|set| std::fs::read_dir(set.path().join("html")).ok()) {
        for file in folder.flatten().step_by(step) {
            let source = String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned();
            check(&source, &file.path().display().to_string());
            n_pages += 1;
        }
    }
    println!("{n_pages} pages of the corpus");
}

/// Tags in any order, closed or not: what recovery is for.
///
/// Integration points of foreign content come whole, and no text begins with a line break, because there html5ever is
/// not the standard: to it the former are not special, and an error between `<pre>` and a line break keeps that. The
/// table of cases has both.
#[test]
fn random_tags_are_read_as_html5ever_reads_them() {
    let mut random = fastrand::Rng::with_seed(4);
    let names: Vec<&str> = NAMES.split_ascii_whitespace().collect();
    for seed in 0..20_000 {
        let n_pieces = random.usize(1..30);
        let source: String = (0..n_pieces).map(|_| piece(&mut random, &names)).collect();
        check(&source, &format!("seed {seed}: {source}"));
    }
}

/// A tag, or something else that matters to a parser.
fn piece(random: &mut fastrand::Rng, names: &[&str]) -> String {
    let name = random.choice(names).unwrap_or(&"p");
    match random.usize(0..20) {
        0..8 => format!("<{name}>"),
        8 => format!("<{name} {}>", random.choice(ATTRIBUTES).unwrap_or_default()),
        9..14 => format!("</{name}>"),
        14..18 => random.choice(["a", " ", "b c", " \n"]).unwrap_or_default().to_owned(),
        _ => random.choice(OTHERS).unwrap_or_default().to_owned(),
    }
}

const NAMES: &str = "a b b i i nobr font p p div div span h1 ul li dl dd dt table table tbody tr td th caption colgroup col \
    tfoot form button select option optgroup input hr br img svg math g path textarea style script noscript iframe xmp pre listing template body html head frameset frame \
    noframes object marquee ruby rb rt rtc rp image plaintext x-card center address section link meta A TABLE";

const ATTRIBUTES: [&str; 12] = [
    "a=b",
    "a='b' a=c B=c",
    "class=x class=y",
    "type=hidden",
    "TYPE=\"Hidden\"/",
    "encoding=text/html",
    "viewbox=0 definitionurl=1",
    "shadowrootmode=open",
    "color=red",
    "href=\"?a&copy=1&amp;b&lt\"",
    "/",
    "=x \"=y '",
];

const OTHERS: [&str; 29] = [
    "<math><mi>a<b>b</b></mi><mglyph/></math>",
    "<math><mtext>a<mglyph/></mtext></math>",
    "<svg><desc>a<p>b</p></desc><title>c</title></svg>",
    "<svg><FOREIGNobject><div>a</div></foreignObject></svg>",
    "<svg viewbox=1><lineargradient gradientunits=2/><font/><font face=a>",
    "<math><annotation-xml encoding=Text/HTML>a<i>b</i></annotation-xml></math>",
    "<math definitionurl=a><annotation-xml><svg></svg><g></math>",
    "<!-- c -->",
    "<!-->",
    "<!--",
    "<!doctype html>",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">",
    "<!x>",
    "<?x?>",
    "</>",
    "</ x>",
    "<![CDATA[x < y]]>",
    "<",
    "</",
    "&amp;",
    "&notit;",
    "&#x41;&#0;&#128;",
    "&NotEqualTilde;",
    "\0",
    " \r\n",
    " \r",
    "<!--<script>",
    "-->",
    "é",
];
