//! What a search finds by a name and what stands beside it: a post, a body, a place, a year.

use serde_json::Value;

use crate::binary::Place;
use crate::server::{Server, encoded};

const NEWS: [&str; 6] = [
    r#"{"id":"ht","published":"2022-06-16","text":"Chiều 15/6/2022, tại Hà Tĩnh, Công an tỉnh Hà Tĩnh tổ chức hội nghị sơ kết công tác 6 tháng đầu năm. Đại tá Lê Khắc Thuyết, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị."}"#,
    r#"{"id":"na","published":"2023-05-03","text":"Ngày 2/5/2023, Ủy ban nhân dân tỉnh Nghệ An tổ chức hội nghị về chuyển đổi số. Ông Nguyễn Văn Sơn, Phó Chủ tịch Ủy ban nhân dân tỉnh Nghệ An chủ trì hội nghị."}"#,
    r#"{"id":"cb","published":"2021-06-03","text":"Ngày 2/6/2021, Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng tổ chức hội nghị về phòng chống ma túy. Đại tá Nguyễn Văn Sơn, Chính ủy Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng dự hội nghị."}"#,
    r#"{"id":"qb","published":"2020-03-03","text":"Ngày 2/3/2020, Đại tá Đào Quang Trường được bổ nhiệm giữ chức Giám đốc Công an tỉnh Quảng Bình."}"#,
    r#"{"id":"hn","published":"2019-03-03","text":"Ngày 2/3/2019, Công an thành phố Hà Nội tổ chức hội nghị. Ông Hà Văn Nội, Phó Giám đốc Công an thành phố Hà Nội dự hội nghị."}"#,
    r#"{"id":"tb","published":"2018-03-03","text":"Ngày 2/3/2018, Đại tá Đào Quang Trưởng được bổ nhiệm giữ chức Giám đốc Công an tỉnh Thái Bình."}"#,
];

fn served() -> (Server, Place) {
    let place = Place::new();
    place.write("news.jsonl", NEWS.join("\n"));
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    (Server::of(&place, &[]), place)
}

fn hits(server: &Server, query: &str) -> Vec<String> {
    let answer = server.get(&format!("/api/search?q={}", encoded(query)), "application/json");
    assert_eq!(answer.status, 200, "{query}: {answer:?}");
    let found: Value = serde_json::from_str(&answer.body).expect("JSON");
    let hits = found["hits"].as_array().expect("a list").iter();
    hits.map(|hit| hit["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_name_is_found_with_what_stands_beside_it() {
    let (server, _place) = served();
    let of_cao_bang = "person/nguyễn-văn-sơn--bộ-chỉ-huy-bộ-đội-biên-phòng-tỉnh-cao-bằng";
    for (query, first) in [
        ("đào quang trường quảng bình", "person/đào-quang-trường"),
        ("dao quang truong quang binh", "person/đào-quang-trường"),
        ("dao quang truong thai binh", "person/đào-quang-trưởng"),
        ("quảng bình đào quang trường", "person/đào-quang-trường"),
        ("giám đốc đào quang trường quảng bình", "person/đào-quang-trường"),
        ("đào quang trường 2020", "person/đào-quang-trường"),
        ("nguyễn văn sơn cao bằng", of_cao_bang),
        ("lê khắc thuyết hà tĩnh 2022", "person/lê-khắc-thuyết"),
        ("nguyen van son 2021", of_cao_bang),
    ] {
        assert_eq!(
            hits(&server, query).first().map(String::as_str),
            Some(first),
            "{query}: {:?}",
            hits(&server, query)
        );
    }
    for (query, none) in
        [("đào quang trường 2017", "a year without a fact"), ("đào quang trường cao bằng", "not there")]
    {
        assert!(hits(&server, query).is_empty(), "{query}: {none}: {:?}", hits(&server, query));
    }
}

#[test]
fn what_has_all_words_in_its_name_comes_before_what_has_them_beside_it() {
    let (server, _place) = served();
    let found = hits(&server, "công an hà tĩnh");
    assert_eq!(found[0], "body/công-an-tỉnh-hà-tĩnh", "{found:?}");
    let found = hits(&server, "hội nghị 2023");
    assert!(found.len() == 1 && found[0].contains("2023-05-02"), "of the year, not told in it: {found:?}");
    let found = hits(&server, "hà nội");
    assert_eq!(found[0], "place/thành-phố-hà-nội");
    assert_eq!(found.iter().filter(|id| id.starts_with("event/")).count(), 0, "no word by itself: {found:?}");
}

#[test]
fn short_forms_are_found_as_what_they_stand_for_and_people_by_rank_and_given_name() {
    let (server, _place) = served();
    for (query, first) in [
        ("PCT nghe an", "post/phó-chủ-tịch--ủy-ban-nhân-dân-tỉnh-nghệ-an"),
        ("ubnd nghe an", "body/ủy-ban-nhân-dân-tỉnh-nghệ-an"),
        ("bch bien phong cao bang", "body/bộ-chỉ-huy-bộ-đội-biên-phòng-tỉnh-cao-bằng"),
        ("gđ ca ha tinh", "post/giám-đốc--công-an-tỉnh-hà-tĩnh"),
        ("dai ta thuyet", "person/lê-khắc-thuyết"),
        ("thuyết", "person/lê-khắc-thuyết"),
        ("ca ha noi", "body/công-an-thành-phố-hà-nội"),
    ] {
        let found = hits(&server, query);
        assert_eq!(found.first().map(String::as_str), Some(first), "{query}: {found:?}");
    }
}
