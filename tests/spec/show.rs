//! Pages and paths in the terminal: each line with the sentence that proves it.

use std::fs;

use super::binary::Place;
use super::draw::place_of_few;

#[test]
fn a_page_tells_ranks_posts_events_and_meetings_each_with_its_proof() {
    let run = place_of_few().run(&["show", "bui van nam"]);
    assert_eq!(run.status, 0, "{run:?}");
    let flowing = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Bùi Văn Nam",
        "Ranks",
        "Thượng tướng",
        "Posts",
        "Thứ trưởng Bộ Công an",
        "Events",
        "2022-06-15",
        "spoke at",
        "«phát biểu tại Hội nghị»",
        "[hà-tĩnh/01]",
        "“Hà Tĩnh: Sơ kết 6 tháng” · 2022-06-16 · 90 %",
        "Met most often",
        "1 × Lê Khắc Thuyết",
        "1 × Nguyễn Văn Sơn · person/nguyễn-văn-sơn-ủy-ban",
        "2023?-03-01",
    ] {
        assert!(flowing.contains(said), "{said} not in\n{}", run.stdout);
    }
    assert!(!run.stdout.contains('\u{1b}'), "no styles outside a terminal");
    assert!(run.stdout.lines().all(|l| l.chars().count() <= 100));
}

#[test]
fn what_is_still_to_come_is_called_planned() {
    let place = Place::new();
    let text = "Sáng 5/6/2024, ông Trương Quốc Nghiệp, Bí thư Tỉnh ủy Quảng Nam, chủ trì hội nghị về lũ. Bí thư Tỉnh ủy cho biết \
                chiều nay ông sẽ đi kiểm tra công trình thủy lợi tại huyện Nam Trà My.";
    place.write("lu.txt", text);
    assert_eq!(place.run(&["build", "lu.txt"]).status, 0);
    let page = place.run(&["show", "Trương Quốc Nghiệp"]).stdout;
    let line = |name: &str| page.lines().find(|l| l.trim_start().starts_with(name)).unwrap_or_default().to_owned();
    assert!(line("đi kiểm tra").ends_with("· planned"), "{page}");
    assert!(!line("hội nghị về lũ").contains("planned"), "{page}");
    let page = place.run(&["show", "--lang", "vi", "Trương Quốc Nghiệp"]).stdout;
    assert!(page.contains("· dự kiến"), "{page}");
}

#[test]
fn what_is_kept_for_the_next_page_costs_time_at_most_when_it_is_damaged_or_old() {
    let place = Place::built();
    let pages = |place: &Place| {
        let of = |args: &[&str]| place.run(args).stdout;
        [
            of(&["show", "bui van nam"]),
            of(&["show", "bui van nam", "--lang", "vi"]),
            of(&["namesakes"]),
            of(&["conflicts"]),
        ]
    };
    let (en, before) = (place.path("vietgraph-store/view-en.bin"), pages(&place));
    assert!(before[0].contains("Bùi Văn Nam"), "{before:?}");
    let sound = fs::read(&en).expect("kept by the first command");
    assert_eq!(pages(&place), before, "read from what is kept");
    let mut turned = sound.clone();
    turned[sound.len() / 2] ^= 1;
    for damaged in [turned, sound[..sound.len() - 1].to_vec(), sound[..20].to_vec(), Vec::new()] {
        fs::write(&en, damaged).expect("a writable file");
        assert_eq!(pages(&place), before);
        assert_eq!(fs::read(&en).expect("kept again"), sound);
    }
    place.run(&["retract", "dong-thap"]);
    assert!(!en.exists(), "nothing of an article lies about when it is retracted");
    fs::write(&en, &sound).expect("a writable file");
    assert!(!place.run(&["show", "bui van nam"]).stdout.contains("Bùi Văn Nam"), "of another state of the store");
    place.run(&["build", "news"]);
    assert_eq!(pages(&place), before);
    // A store that cannot be written is read all the same.
    fs::remove_file(&en).expect("kept");
    fs::create_dir(&en).expect("a folder in its place");
    assert_eq!(pages(&place), before);
}

#[test]
fn a_page_is_the_same_each_time() {
    let place = place_of_few();
    insta::assert_snapshot!("nam.page", place.run(&["show", "Bùi Văn Nam"]).stdout);
    insta::assert_snapshot!("event.page", place.run(&["show", "Lễ công bố quyết định về công tác cán bộ"]).stdout);
}

#[test]
fn bodies_places_and_changes_have_pages() {
    let place = place_of_few();
    for (name, said) in [
        ("Công an tỉnh Hà Tĩnh", "Hội nghị sơ kết công tác 6 tháng đầu năm"),
        ("place/tỉnh-hà-tĩnh", "Hội nghị sơ kết công tác 6 tháng đầu năm"),
        ("person/nguyễn-văn-sơn-công-an", "appointment: Nguyễn Văn Sơn · 2023-03-01"),
        ("Giám đốc Công an tỉnh Hà Tĩnh", "Lê Khắc Thuyết"),
    ] {
        let run = place.run(&["show", name]);
        assert_eq!(run.status, 0, "{run:?}");
        let flowing = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flowing.contains(said), "{said} not in\n{}", run.stdout);
    }
}

#[test]
fn as_of_a_day_only_what_was_known_counts() {
    let place = place_of_few();
    let run = place.run(&["show", "Bùi Văn Nam", "--as-of", "2022-12"]);
    assert!(run.stdout.contains("Hội nghị sơ kết") && !run.stdout.contains("Lễ công bố"), "{run:?}");
    let run = place.run(&["show", "Bùi Văn Nam", "--as-of", "2021"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("nothing was known of Bùi Văn Nam on 2021-12-31"), "{run:?}");
}

#[test]
fn as_of_a_day_what_is_told_on_no_day_is_left_out_and_counted() {
    let place = Place::new();
    place.write("quy.txt", "Đại tá Lù Văn Quý, Giám đốc Công an tỉnh Lai Châu phát biểu tại hội nghị. Ngày 3/5/2019, ông Quý dự hội thảo về rừng.");
    let run = place.run(&["build", "quy.txt"]);
    assert!(run.stderr.contains("no article has a date of publication: "), "{run:?}");
    let run = place.run(&["show", "Lù Văn Quý", "--as-of", "2005"]);
    let said =
        "nothing was known of Lù Văn Quý on 2005-12-31; 2 posts and ranks are told without any date: leave --as-of out";
    assert!(run.status == 1 && run.stderr.contains(said), "{run:?}");
    let article = r#"{"id":"a","published":"2019-05-04","text":"Đại tá Lù Văn Quý, Giám đốc Công an tỉnh Lai Châu phát biểu tại hội nghị."}"#;
    place.write("quy.jsonl", article);
    let run = place.run(&["build", "quy.jsonl"]);
    assert!(!run.stderr.contains("date of publication"), "{run:?}");
    let run = place.run(&["show", "Lù Văn Quý", "--as-of", "2019"]);
    assert!(run.status == 0 && !run.stdout.contains("left out"), "now a day is told: {run:?}");
}

#[test]
fn json_has_everything() {
    let run = place_of_few().run(&["show", "Bùi Văn Nam", "--json"]);
    let page: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(page["id"], "person/bùi-văn-nam");
    let rank = &page["sections"][0]["lines"][0];
    assert_eq!(rank["name"], "Thượng tướng");
    assert_eq!(rank["evidence"].as_array().map(Vec::len), Some(2));
    assert_eq!(rank["evidence"][0]["quote"], "Thượng tướng Bùi Văn Nam");
}

#[test]
fn an_ambiguous_name_lists_the_candidates() {
    let run = place_of_few().run(&["show", "Nguyen Van Son"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("person/nguyễn-văn-sơn-ủy-ban"), "{run:?}");
    assert!(run.stderr.contains("Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"), "{run:?}");
}

#[test]
fn near_names_are_people_first_and_typed_marks_count() {
    let place = place_of_few();
    let said = |name: &str| place.run(&["show", name]).stderr;
    let son = said("Sơn");
    assert!(son.lines().nth(1).is_some_and(|l| l.trim_start().starts_with("person/")), "{son}");
    assert!(said("Bui Van Nan").contains("did you mean:\n  person/bùi-văn-nam"), "{}", said("Bui Van Nan"));
    assert!(said("Zebedee").contains("fits nothing in the store; try fewer words"));
}

#[test]
fn a_path_tells_each_step_with_direction_and_proof() {
    let place = place_of_few();
    let run = place.run(&["path", "Le Khac Thuyet", "person/nguyễn-văn-sơn-ủy-ban"]);
    assert_eq!(run.status, 0, "{run:?}");
    insta::assert_snapshot!("thuyet-son.path", run.stdout);
    let run = place.run(&["path", "Le Khac Thuyet", "Bui Van Nam", "--all", "5"]);
    assert!(run.stdout.matches("Bùi Văn Nam (").count() >= 1, "{run:?}");
    let run = place.run(&["path", "Le Khac Thuyet", "person/nguyễn-văn-sơn-ủy-ban", "--max-length", "3"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("not connected within 3 steps"), "{run:?}");
    let run = place.run(&["path", "Bui Van Nam", "Bùi Văn Nam"]);
    assert!(run.status == 1 && run.stderr.contains("the same"), "{run:?}");
    let run = place.run(&["path", "Lê Khắc Thuyết", "Bùi Văn Nam", "--json"]);
    let ways: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(ways[0]["hops"].as_array().map(Vec::len), Some(2));
    assert_eq!(ways[0]["hops"][0]["relations"][0]["forward"], true);
}

/// Two articles on namesakes in two provinces.
const NAMESAKES: [(&str, &str); 2] = [
    ("nghe-an.txt", "Ông Nguyễn Văn Hùng, Giám đốc Sở Y tế tỉnh Nghệ An, cho biết bệnh viện đã đủ thuốc."),
    ("ca-mau.txt", "Ông Nguyễn Văn Hùng, Giám đốc Sở Y tế tỉnh Cà Mau, cho biết dịch đã được khống chế."),
];

#[test]
fn an_id_of_before_leads_to_the_one_of_now_or_to_all_who_bear_the_name() {
    let place = Place::new();
    for (name, text) in NAMESAKES {
        place.write(&format!("news/{name}"), text);
    }
    place.run(&["build", "news/nghe-an.txt"]);
    let alone = place.run(&["show", "person/nguyễn-văn-hùng--sở-y-tế-tỉnh-nghệ-an"]);
    assert!(alone.stdout.contains("person/nguyễn-văn-hùng\n"), "{alone:?}");
    place.run(&["build", "news/ca-mau.txt"]);
    let both = place.run(&["show", "person/nguyễn-văn-hùng"]);
    assert!(both.status == 1 && both.stderr.contains("fits 2 entries"), "{both:?}");
    let one = place.run(&["show", "person/nguyễn-văn-hùng--sở-y-tế-tỉnh-nghệ-an"]);
    assert_eq!(one.status, 0, "{one:?}");
}

#[test]
fn namesakes_are_listed_with_what_tells_them_apart_and_who_may_be_one() {
    let place = Place::new();
    for (name, text) in NAMESAKES {
        place.write(&format!("news/{name}"), text);
    }
    let officer = "Thượng tá Nguyễn Văn Hùng, Phó Giám đốc Công an tỉnh Cà Mau, dự hội nghị.";
    place.write("news/police.txt", officer);
    place.write("news/alone.txt", "Bà Đặng Thị Ngân, Chủ tịch UBND tỉnh Bến Tre, dự hội nghị.");
    place.run(&["build", "news"]);
    let list = place.run(&["namesakes"]).stdout;
    assert!(list.contains("Nguyễn Văn Hùng · 3 people") && !list.contains("Đặng Thị Ngân"), "{list}");
    assert!(list.contains("--sở-y-tế-tỉnh-cà-mau · 1 article · Giám đốc Sở Y tế tỉnh Cà Mau"), "{list}");
    let pair =
        "undecided: person/nguyễn-văn-hùng--sở-y-tế-tỉnh-cà-mau and person/nguyễn-văn-hùng--sở-y-tế-tỉnh-nghệ-an";
    assert!(list.contains(pair), "{list}");
    assert!(!list.contains("undecided: person/nguyễn-văn-hùng--công-an"), "an officer of another line: {list}");
    let json = place.run(&["namesakes", "--undecided", "--json"]).stdout;
    let names: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(names[0]["people"].as_array().map(Vec::len), Some(3), "{json}");
}

#[test]
fn who_is_told_without_marks_or_with_a_misprint_may_be_who_serves_in_the_same_body() {
    let place = Place::new();
    let director = |name: &str| format!("Ông {name}, Phó Giám đốc Sở Xây dựng tỉnh Kon Tum, trả lời phóng viên.");
    place.write("news/full.txt", director("Nguyễn Văn Nghiệp"));
    place.write("news/bare.txt", director("Nguyen Van Nghiep"));
    place.write("news/tone.txt", director("Nguyễn Vân Nghiệp"));
    place.write("news/other.txt", director("Nguyễn Văn Nghĩa"));
    place.write("news/elsewhere.txt", "Ông Nguyễn Văn Nghiễp, Chủ tịch UBND huyện Cư Jút, dự lễ.");
    place.run(&["build", "news"]);
    let list = place.run(&["namesakes", "--undecided"]).stdout;
    assert!(list.contains("2 people · the same but for one tone or mark: V"), "{list}");
    assert!(!list.contains("Nghĩa") && !list.contains("Nghiễp"), "{list}");
    let bare = list.contains("2 people · the same letters, one printed without tones and marks");
    assert!(bare && list.contains("undecided: person/nguyen-van-nghiep and person/nguyễn-văn-nghiệp"), "{list}");
    let why = place.run(&["explain-merge", "person/nguyễn-văn-nghiệp", "person/nguyễn-vân-nghiệp"]).stdout;
    assert!(why.contains("the names differ: Nguyễn Văn Nghiệp, Nguyễn Vân Nghiệp; the same but for one tone"), "{why}");
}

/// A director, told on three days, and the article of his appointment elsewhere.
const CAREER: &str = r#"{"id": "a", "published": "2014-05-02", "text": "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị."}
{"id": "b", "published": "2016-03-01", "text": "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị."}
{"id": "c", "published": "2019-08-09", "text": "Đại tá Lê Quang Toản, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị."}
{"id": "d", "published": "2020-01-01", "text": "Ông Mạc Văn Thông được bổ nhiệm giữ chức Giám đốc Công an tỉnh Nghệ An từ ngày 5/4/2012."}
"#;

#[test]
fn as_of_a_day_somebody_is_who_they_were_then_also_by_later_articles() {
    let place = Place::new();
    place.write("news.jsonl", CAREER);
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let at = |day: &str| place.run(&["show", "Mac Van Thong", "--as-of", day]);
    let before = at("2012-06");
    assert!(before.stdout.contains("Giám đốc Công an tỉnh Nghệ An · certain · 2012-04-05 – ≥2016-03-01"), "{before:?}");
    let after = at("2018");
    assert!(after.stdout.contains("Giám đốc Công an tỉnh Nghệ An · possible"), "{after:?}");
    let past = at("2019-12").stdout;
    assert!(past.contains("Former posts") && !past.contains("possible · 2012"), "{past}");
    let long_ago = at("2001");
    assert!(long_ago.status == 1 && long_ago.stderr.contains("nothing was known"), "{long_ago:?}");
    let page = place.run(&["show", "Mac Van Thong"]).stdout;
    assert!(page.contains("Giám đốc Công an tỉnh Nghệ An · 2012-04-05 – ≥2016-03-01"), "{page}");
}

/// An article without a day, in which what somebody became long ago is told beside what they are.
const UNDATED: &str = r#"
{"id": "a", "text": "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, trả lời báo chí. Năm 2011, ông Mạc Văn Thông được bầu làm Bí thư Huyện ủy Nghi Lộc."}
{"id": "b", "text": "Thượng tá Hồ Sỹ Luyện, Trưởng Công an huyện Nghi Lộc, dự lễ phát động Tết trồng cây sáng 5/2/2015."}
"#;

#[test]
fn an_article_without_a_day_is_of_the_day_of_its_event_and_of_no_year_it_looks_back_on() {
    let place = Place::new();
    place.write("news.jsonl", UNDATED);
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let page = |name: &str, day: &[&str]| place.run(&[&["show", name, "--evidence", "0"], day].concat()).stdout;
    let thong = page("Mạc Văn Thông", &[]);
    assert!(thong.contains("Đại tá") && !thong.contains('~'), "{thong}");
    let in_2012 = page("Mạc Văn Thông", &["--as-of", "2012"]);
    assert!(in_2012.contains("Huyện ủy Nghi Lộc") && !in_2012.contains("Giám đốc Công an"), "{in_2012}");
    let luyen = page("Hồ Sỹ Luyện", &[]);
    assert!(luyen.contains("Thượng tá · article ~2015-02-05"), "{luyen}");
}

#[test]
fn what_is_told_only_as_past_is_a_former_post_beside_one_held_now() {
    let place = Place::new();
    let told = "Đại tá Mạc Văn Thông, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị. Năm 1996, ông lên làm Trưởng Công an huyện Nghi Lộc, rồi Phó Giám đốc Công an tỉnh Nghệ An. Ông nguyên là Trưởng Công an huyện Nghi Lộc.";
    place.write("news.jsonl", format!("{{\"id\": \"a\", \"text\": \"{told}\"}}\n"));
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let page = place.run(&["show", "Mạc Văn Thông", "--evidence", "0"]).stdout;
    let (now, before) = page.split_once("Former posts").unwrap_or((&page, ""));
    assert!(now.contains("Giám đốc Công an tỉnh Nghệ An") && !now.contains("Nghi Lộc"), "{page}");
    assert!(before.contains("Trưởng Công an huyện Nghi Lộc"), "{page}");
}

#[test]
fn who_was_succeeded_holds_the_post_no_more() {
    let place = Place::new();
    place.write("news.jsonl", CAREER);
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let page = |name: &str| place.run(&["show", name, "--evidence", "0"]).stdout;
    let (before, now) = (page("Mạc Văn Thông"), page("Lê Quang Toản"));
    assert!(
        before.contains("Former posts\n  Giám đốc Công an tỉnh Nghệ An") && !before.contains("\nPosts"),
        "{before}"
    );
    assert!(now.contains("Posts\n  Giám đốc Công an tỉnh Nghệ An"), "{now}");
    let post = page("Giám đốc Công an tỉnh Nghệ An");
    assert!(post.contains("\nHeld by\n  Lê Quang Toản"), "{post}");
    assert!(post.contains("\nFormerly held by\n  Mạc Văn Thông"), "{post}");
}

#[test]
fn holders_of_a_post_are_told_in_order_with_the_reason_of_each_date() {
    let place = Place::new();
    place.write("news.jsonl", CAREER);
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    let list = place.run(&["holders", "giam doc cong an tinh nghe an", "--evidence", "1"]).stdout;
    let thong = list.find("2012-04-05 – ≥2016-03-01 Mạc Văn Thông · 3 articles").expect("the first holder");
    let toan = list.find("Lê Quang Toản · 1 article").expect("the second holder");
    assert!(thong < toan, "{list}");
    for said in [
        "began 2012-04-05 · appointed [d]",
        "not after 2019-08-09 · successor told as holder [c]",
        "→ Lê Quang Toản",
        "«",
    ] {
        assert!(list.contains(said), "{said} not in\n{list}");
    }
    let then = place.run(&["holders", "Giám đốc Công an tỉnh Nghệ An", "--as-of", "2015"]).stdout;
    assert!(then.contains("Mạc Văn Thông · certain") && !then.contains("Toản · "), "{then}");
    let json = place.run(&["holders", "Giám đốc Công an tỉnh Nghệ An", "--json", "--lang", "vi"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json[0]["holders"][0]["bounds"][0]["reason"], "được bổ nhiệm");
    let person = place.run(&["holders", "Mạc Văn Thông"]);
    assert!(person.status == 1 && person.stderr.contains("is no post"), "{person:?}");
}

#[test]
fn a_post_is_found_by_the_short_form_of_its_body() {
    let place = Place::new();
    place.write("a.txt", "Ông Trương Quốc Nghiệp, Chủ tịch UBND huyện Tiểu Cần, chủ trì hội nghị về phòng, chống hạn.");
    assert_eq!(place.run(&["build", "a.txt"]).status, 0);
    let short = place.run(&["show", "chu tich ubnd huyen tieu can"]);
    assert!(short.stdout.starts_with("Chủ tịch Ủy ban nhân dân huyện Tiểu Cần\n"), "{short:?}");
    let other = place.run(&["show", "pho chu tich ubnd huyen tieu can"]);
    assert_eq!(other.status, 1, "a deputy is another post: {other:?}");
}

#[test]
fn a_province_that_was_merged_tells_until_when_it_was_and_what_came_after() {
    let place = Place::new();
    place.write(
        "a.txt",
        "Ngày 12/3/2019, tại tỉnh Thái Bình, ông Trương Quốc Nghiệp, Giám đốc Sở Y tế, chủ trì hội nghị.",
    );
    assert_eq!(place.run(&["build", "a.txt"]).status, 0);
    let page = place.run(&["show", "place/tỉnh-thái-bình"]).stdout;
    let told = "valid until 2025-06-30 · succeeded by Hưng Yên (place/tỉnh-hưng-yên-2025)";
    assert!(page.contains(told), "{page}");
    let person = place.run(&["show", "Trương Quốc Nghiệp"]).stdout;
    assert!(!person.contains("valid until"), "{person}");
}

#[test]
fn holders_say_how_many_articles_have_no_date() {
    let place = Place::new();
    let text = "Đại tá Lê Quang Toản, Giám đốc Công an tỉnh Nghệ An, chủ trì hội nghị.";
    let dated = serde_json::json!({"id": "a", "published": "2019-08-09", "text": text}).to_string();
    let undated = serde_json::json!({"id": "b", "text": text}).to_string();
    place.write("both.jsonl", format!("{dated}\n{undated}\n"));
    place.write("undated.jsonl", undated);
    assert_eq!(place.run(&["build", "both.jsonl"]).status, 0);
    let list = place.run(&["holders", "Giám đốc Công an tỉnh Nghệ An"]).stdout;
    assert!(list.contains("2 articles (1 without a date)"), "{list}");
    assert_eq!(place.run(&["build", "undated.jsonl", "--store", "other"]).status, 0);
    let list = place.run(&["holders", "Giám đốc Công an tỉnh Nghệ An", "--store", "other"]).stdout;
    assert!(list.contains("1 article without a date"), "{list}");
}
