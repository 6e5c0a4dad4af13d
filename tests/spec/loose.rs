//! Names as somebody types them at the terminal: in short, by rank and given name, without marks, as in the box of the explorer.

use super::binary::Place;

const NEWS: &str = r#"{"id":"cl","published":"2021-03-02","text":"Ngày 1/3/2021, tại huyện Cao Lộc, ông Hoàng Văn Trình, Phó Chủ tịch UBND huyện Cao Lộc, tỉnh Lạng Sơn chủ trì hội nghị triển khai nhiệm vụ năm 2021.\nSáng 2/3, tại thành phố Lạng Sơn diễn ra hội nghị tuyên dương y tá tiêu biểu và triển khai đại hội thi đua.\nĐại tá Lương Xuân Tuyển, Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh Lạng Sơn phát biểu tại hội nghị."}
{"id":"cb","published":"2021-04-02","text":"Ngày 1/4/2021, Đại tá Nguyễn Minh Tuyến, Giám đốc Công an tỉnh Cao Bằng chủ trì hội nghị tuyên truyền.\nBà Trần Thị Tuyên, Bí thư Huyện ủy Hà Quảng dự hội nghị."}
"#;

fn place() -> Place {
    let place = Place::new();
    place.write("news.jsonl", NEWS);
    assert_eq!(place.run(&["build", "news.jsonl"]).status, 0);
    place
}

#[test]
fn what_one_thing_alone_is_typed_for_is_shown_and_said() {
    let place = place();
    for (typed, id) in [
        ("PCT huyen cao loc", "post/phó-chủ-tịch--ủy-ban-nhân-dân-huyện-cao-lộc"),
        ("bch quan su lang son", "body/bộ-chỉ-huy-quân-sự-tỉnh-lạng-sơn"),
        ("GĐ CA Cao Bằng", "post/giám-đốc--công-an-tỉnh-cao-bằng"),
        ("bt huyen uy ha quang", "post/bí-thư--huyện-ủy-hà-quảng"),
        ("dai ta xuan tuyen", "person/lương-xuân-tuyển"),
        ("trinh", "person/hoàng-văn-trình"),
    ] {
        let page = place.run(&["show", typed]);
        assert!(page.status == 0 && page.stdout.contains(id), "{typed}: {page:?}");
        assert!(page.stderr.contains(&format!("\"{typed}\" is taken for ")), "{typed}: {page:?}");
    }
    let plain = place.run(&["show", "hoang van trinh"]);
    assert!(plain.status == 0 && plain.stderr.is_empty(), "its own name needs no word: {plain:?}");
    let holders = place.run(&["holders", "GĐ CA Cao Bằng"]);
    assert!(holders.status == 0 && holders.stdout.contains("Nguyễn Minh Tuyến"), "{holders:?}");
    let drawn = place.run(&["draw", "--about", "bch quan su lang son", "--html", "page.html"]);
    assert_eq!(drawn.status, 0, "{drawn:?}");
}

#[test]
fn of_several_that_fit_none_is_taken() {
    let place = place();
    let two = place.run(&["show", "dai ta tuyen"]);
    assert!(two.status == 1 && two.stderr.contains("fits 2 entries"), "{two:?}");
    assert!(
        two.stderr.contains("person/lương-xuân-tuyển") && two.stderr.contains("person/nguyễn-minh-tuyến"),
        "{two:?}"
    );
    let three = place.run(&["show", "tuyen"]);
    assert!(three.stderr.contains("fits 3 entries"), "people who are called so, and no event: {three:?}");
    let wrong = place.run(&["show", "luong xuan tuyem"]);
    assert!(wrong.status == 1 && wrong.stderr.contains("did you mean:\n  person/lương-xuân-tuyển"), "{wrong:?}");
}
