//! An article as JSON that is laid out to be read and compared: a line for each field, block and removal.

use lectern::Article;
use serde_json::Value;

/// The article as it crosses to TypeScript.
pub fn json(article: &Article) -> String {
    let mut out = String::new();
    write(&mut out, &serde_json::to_value(article).unwrap(), 0);
    out + "\n"
}

/// The outer two levels get a line for each entry; what is deeper stands on one line.
fn write(out: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Object(fields) if depth < 2 && !fields.is_empty() => {
            let fields = fields.iter().map(|(name, value)| (format!("{}: ", Value::from(name.as_str())), value));
            write_lines(out, ['{', '}'], depth, fields);
        }
        Value::Array(items) if depth < 2 && !items.is_empty() => {
            write_lines(out, ['[', ']'], depth, items.iter().map(|item| (String::new(), item)));
        }
        other => out.push_str(&other.to_string()),
    }
}

fn write_lines<'a>(out: &mut String, [open, close]: [char; 2], depth: usize, entries: impl Iterator<Item = (String, &'a Value)>) {
    out.push(open);
    for (at, (name, value)) in entries.enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&" ".repeat(depth + 1));
        out.push_str(&name);
        write(out, value, depth + 1 + usize::from(name.is_empty()));
    }
    out.push('\n');
    out.push_str(&" ".repeat(depth));
    out.push(close);
}
