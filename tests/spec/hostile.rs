//! Texts that nobody wrote to be read: each is read or told of in bounded time, and what else there is, is read.

use std::fs::File;
use std::io::Write;
use std::time::Duration;

use assert_cmd::Command;

use super::binary::{HA_TINH, Place};

/// Longer than any of these takes on a slow machine that does much else.
const PATIENCE: Duration = Duration::from_secs(300);

/// Runs `extract` on some files: its status, what it says, and the ids of what it read.
fn extract(place: &Place, files: &[&str]) -> (i32, String, Vec<String>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vietgraph"));
    let output =
        command.current_dir(place.path("")).args(["extract", "--quiet"]).args(files).timeout(PATIENCE).output();
    let output = output.expect("the program runs");
    let status = output.status.code().expect("the program ends by itself, and in time");
    let records = String::from_utf8(output.stdout).expect("stdout is UTF-8");
    let id = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).expect("a record");
        record["article"]["id"].as_str().expect("an id").to_owned()
    };
    let said = String::from_utf8(output.stderr).expect("stderr is UTF-8");
    (status, said, records.lines().map(id).collect())
}

/// Articles of so many bytes that repeat some words over and over.
fn repeated(bytes: usize) -> Vec<(String, String)> {
    let words = [
        "(",
        ")",
        "[",
        "“",
        "”“",
        "\"",
        "\"a ",
        ".",
        ",",
        "; ",
        "- ",
        "\n",
        " ",
        "ABC",
        "ABC ",
        "An ",
        "A. ",
        "1",
        "1/",
        "12-5-",
        "12/5/2023 ",
        "a\u{301}",
        "\u{301}",
        "\u{200b}",
        "\u{202e}abc ",
        "a@b.",
        "http://a/",
        "UBND ",
        "UBND (",
        "XMT (XMT) ",
        "Phó Giám đốc ",
        "Công an tỉnh ",
        "tỉnh Hà Tĩnh ",
        "xã A, huyện B, ",
        "Đại tá ",
        "ông ",
        "ông An ",
        "nguyên ",
        "hội nghị ",
        "hội nghị, ",
        "Hội nghị tại Hà Nội ",
        "tổ chức ",
        "tại ",
        "và ",
        "bổ nhiệm ",
        "tặng bằng khen cho ",
        "“Tôi nói”, ông An cho biết. ",
        "bổ nhiệm ông Nguyễn Văn An giữ chức Phó Giám đốc ",
        "Chủ tịch UBND tỉnh, Phó Bí thư Tỉnh ủy, ",
        "\n- Ông Nguyễn Văn An, Giám đốc",
        "Sáng 12/5, Đại tá Nguyễn Văn An, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị. ",
    ];
    let text = |words: &str| format!("{HA_TINH} {}", words.repeat(bytes / words.len()));
    words.iter().enumerate().map(|(n, words)| (format!("{n:02}"), text(words))).collect()
}

/// A name of its own for each number.
fn name(n: usize) -> String {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"];
    let given = ["An", "Bình", "Cường", "Dũng", "Hà", "Hải", "Hùng", "Khoa", "Lan", "Long"];
    format!("{} {} {} {}", family[n % 10], given[n / 10 % 10], given[n / 100 % 10], given[n / 1000 % 10])
}

fn json_line(id: &str, text: &str) -> String {
    format!("{}\n", serde_json::json!({ "id": id, "text": text }))
}

#[test]
fn words_over_and_over_are_read_in_time() {
    let place = Place::new();
    let articles = repeated(60_000);
    let lines: Vec<String> = articles.iter().map(|(id, text)| json_line(id, text)).collect();
    place.write("news.jsonl", lines.concat());
    let (status, said, read) = extract(&place, &["news.jsonl"]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(read, articles.into_iter().map(|(id, _)| id).collect::<Vec<_>>());
}

#[test]
fn of_a_text_without_end_the_first_mebibyte_is_read_and_the_rest_is_told_of() {
    let place = Place::new();
    let office = |n: usize| format!("ông {}, Phó Giám đốc Sở Y tế tỉnh Hà Tĩnh", name(n));
    let names: Vec<String> = (0..100_000).map(office).collect();
    let entries = vec!["lúa, ngô, khoai"; 333_334].join(", ");
    let good = json_line("good", HA_TINH);
    let names = json_line("names", &format!("{HA_TINH} Dự có {}.", names.join("; ")));
    place.write("news.jsonl", names + &json_line("list", &format!("{HA_TINH} Ở đó có {entries}.")) + &good);
    let (status, said, read) = extract(&place, &["news.jsonl"]);
    assert_eq!((status, said.lines().count()), (2, 2), "{said}");
    for (line, expected) in
        said.lines().zip(["news.jsonl:1: the text of \"names\" has", "news.jsonl:2: the text of \"list\" has"])
    {
        assert!(
            line.contains(expected) && line.contains("are read") && line.ends_with("split it into its articles"),
            "{line}"
        );
    }
    assert_eq!(read, ["names", "list", "good"]);
}

#[test]
fn a_line_of_two_hundred_megabytes_is_no_article() {
    let place = Place::new();
    for name in ["line.txt", "line.jsonl"] {
        let mut file = File::create(place.path(name)).expect("a writable file");
        let part = "Sáng nay, ông An dự họp, ".repeat(40_000);
        for _ in 0..200_000_000 / part.len() {
            file.write_all(part.as_bytes()).expect("room for it");
        }
    }
    place.write("good.txt", HA_TINH);
    let (status, said, read) = extract(&place, &["line.txt", "line.jsonl", "good.txt"]);
    assert_eq!((status, said.lines().count()), (2, 2), "{said}");
    assert!(said.lines().all(|line| line.contains("more than 16 MiB")), "{said}");
    assert_eq!(read, ["good"]);
}
