//! `explain` says what was read, and of what was not, which cue or rule failed and what it lacked.

use super::binary::Place;

/// What `explain` prints for a text.
fn explained(text: &str) -> String {
    let place = Place::new();
    place.write("bài.txt", text);
    let run = place.run(&["explain", "bài.txt"]);
    assert_eq!(run.status, 0, "{run:?}");
    run.stdout
}

/// The lines that say why not.
fn misses(text: &str) -> Vec<String> {
    let said = explained(text);
    said.lines().filter_map(|l| l.trim_start().strip_prefix("✗ ")).map(str::to_owned).collect()
}

/// One line begins so and says so.
fn missed(text: &str, by: &str, why: &str) {
    let lines = misses(text);
    assert!(lines.iter().any(|l| l.starts_with(by) && l.contains(why)), "{by} … {why} not in\n{}", explained(text));
}

const HUYEN: &str = "Sáng 7/3/2023, Công an tỉnh Kon Tum tổ chức hội nghị sơ kết. Đại tá Y Thanh Huyền, Phó Giám đốc Công \
    an tỉnh Kon Tum chủ trì hội nghị. ";

fn after_huyen(text: &str) -> String {
    format!("{HUYEN}{text}")
}

#[test]
fn where_all_is_told_nothing_is_missed() {
    assert_eq!(misses(HUYEN), [""; 0]);
}

#[test]
fn a_cue_of_speech_without_an_event_names_the_subject_it_had() {
    let text = "Ông Rơ Châm Hiếu, Phó Chủ tịch UBND tỉnh Kon Tum cho biết con đường đã được sửa.";
    missed(text, "cue/cho-biết «cho biết» — subject «Ông Rơ Châm Hiếu»; event: none", "the passage reports none");
}

#[test]
fn a_role_told_before_any_event_is_missed_only_if_none_follows() {
    let text = "Bà Rơ Châm Mai, Phó Chủ tịch UBND tỉnh Kon Tum tham dự. ";
    missed(text, "cue/dự «tham dự» — subject «Bà Rơ Châm Mai»; event: none", "");
    assert_eq!(misses(&format!("{text}Hội nghị tổng kết năm học diễn ra ngày 7/3/2023.")), [""; 0]);
}

#[test]
fn a_subject_is_nobody_or_governed_or_a_short_form_that_fits_nobody() {
    missed(&after_huyen("Phát biểu nêu rõ ba việc."), "cue/phát-biểu «Phát biểu» — subject: nobody left or right", "");
    missed(
        &after_huyen("Nhà của Đại tá Y Thanh Huyền phát biểu."),
        "cue/phát-biểu",
        "subject: who stands before is the object of a word in front «của Đại tá Y Thanh Huyền»",
    );
    let short = after_huyen("Ông Bằng phát biểu tại hội nghị.");
    missed(&short, "short name «Ông Bằng» — person: no full name of the article ends so", "");
    missed(&short, "cue/phát-biểu «Ông Bằng» — subject: no full name of the article ends so", "");
    let other = after_huyen("Bà Huyền khen. Ông Huyền nêu ý kiến.");
    missed(&other, "short name", "Y Thanh Huyền is addressed as of the other sex");
}

#[test]
fn what_hinders_a_verb_is_quoted() {
    let denied = after_huyen("Đại tá Y Thanh Huyền không phát biểu tại hội nghị.");
    missed(&denied, "cue/phát-biểu «phát biểu tại» — subject «Đại tá Y Thanh Huyền»; verb: denied by «không»", "");
    let doubted = after_huyen("Đại tá Y Thanh Huyền có thể phát biểu tại hội nghị.");
    missed(&doubted, "cue/phát-biểu", "verb: not certain by «có thể»");
    let future = after_huyen("Đại tá Y Thanh Huyền sẽ thông báo kết quả.");
    missed(&future, "cue/cho-biết «thông báo»", "verb: still to come by «sẽ»");
}

#[test]
fn a_talk_with_the_press_and_what_was_before_are_no_report() {
    let press = after_huyen("Trao đổi với phóng viên, Đại tá Y Thanh Huyền nhấn mạnh ba việc.");
    missed(&press, "cue/nhấn-mạnh", "setting: the sentence tells of a talk with the press «Trao đổi với phóng viên»");
    let before = after_huyen("Trước đó, Đại tá Y Thanh Huyền nhấn mạnh ba việc.");
    missed(&before, "cue/nhấn-mạnh", "setting: the sentence tells what was before, and names no event «Trước đó»");
}

#[test]
fn a_remark_far_from_the_event_is_said_to_be() {
    let filler = "Người dân nhắc mãi ngày hội ấy. Mùa mưa năm nay đến sớm. Cà phê được giá. Đường sá sạch đẹp. ";
    let text =
        after_huyen(&format!("{filler}Ông Rơ Châm Hiếu, Phó Chủ tịch UBND tỉnh Kon Tum cho biết thu ngân sách tăng."));
    missed(
        &text,
        "cue/cho-biết «cho biết» — subject «Ông Rơ Châm Hiếu»; event: the passage's was last spoken of",
        "«ngày hội»",
    );
}

#[test]
fn a_change_lacks_its_decision_its_office_its_person_or_its_rank() {
    let hieu = "Ông Rơ Châm Hiếu, Phó Chủ tịch UBND tỉnh Kon Tum";
    let text = format!("Hội đồng đề xuất bổ nhiệm {hieu} giữ chức Chủ tịch UBND tỉnh Kon Tum.");
    missed(&text, "cue/bổ-nhiệm «bổ nhiệm» — decision: proposed, denied or still to come by «đề xuất»", "");
    let text = "UBND tỉnh Kon Tum bổ nhiệm ông Rơ Châm Hiếu làm người gác rừng.";
    missed(
        text,
        "cue/giữ-chức «làm» — person «ông Rơ Châm Hiếu»; office: none known right behind the cue, but «người gác rừng",
        "",
    );
    missed(
        "Tỉnh đã bổ nhiệm Giám đốc Sở Y tế tỉnh Kon Tum.",
        "cue/bổ-nhiệm",
        "office «Giám đốc Sở Y tế tỉnh Kon Tum»; person: nobody",
    );
    missed(
        "Đại tá Y Thanh Huyền được thăng cấp bậc hàm.",
        "cue/thăng-hàm",
        "person «Đại tá Y Thanh Huyền»; rank: none told",
    );
    missed("Bộ đã thăng cấp bậc hàm lên Thượng tá.", "cue/thăng-hàm", "rank «Thượng tá»; person: nobody named");
}

#[test]
fn an_office_that_the_next_cue_takes_up_is_not_missed() {
    let text = "Chủ tịch nước bổ nhiệm ông Rơ Châm Hiếu giữ chức Thứ trưởng Bộ Y tế.";
    assert!(explained(text).contains("vg:toPost → Thứ trưởng Bộ Y tế"), "{}", explained(text));
    assert!(!misses(text).iter().any(|l| l.contains("office:")), "{}", explained(text));
}

#[test]
fn who_is_no_official_is_told_why_with_what_they_did() {
    missed(
        &after_huyen("Bà Lê Thị Cúc vỗ tay."),
        "official «Bà Lê Thị Cúc» — public role: no rank and no office is told",
        "",
    );
    let accused = after_huyen("Bị cáo Lê Văn Hạo phát biểu tại hội nghị.");
    missed(&accused, "official «Lê Văn Hạo» — public role: named by a private role", "");
    missed(&accused, "cue/phát-biểu", "event «hội nghị sơ kết»; subject: Lê Văn Hạo is no official");
    let director = "Ông Lê Văn Hạo, Giám đốc, vỗ tay.";
    missed(director, "official «Ông Lê Văn Hạo»", "public only with a public body, which is not known: «Giám đốc»");
    let abroad = after_huyen("Ông Xay Xổm Phon, Đại sứ Lào tại Việt Nam vỗ tay.");
    missed(&abroad, "official «Ông Xay Xổm Phon»", "public role: serves another country");
}

#[test]
fn an_event_of_which_nothing_is_told_is_said_to_be_left_out() {
    let text = "Người dân nhớ mãi hội nghị tổng kết mùa cà phê.";
    missed(text, "rule/event-head «hội nghị tổng kết mùa cà phê» — told of it: no official takes part", "");
    let held = "Ngày 7/3/2023, UBND tỉnh Kon Tum tổ chức hội nghị tổng kết mùa cà phê.";
    assert_eq!(misses(held), [""; 0]);
}

#[test]
fn words_of_an_event_inside_a_title_or_without_their_assembly_are_said_to_be() {
    let title = "Ông Rơ Châm Hiếu, Trưởng Ban Tổ chức Hội nghị cảm ơn các đại biểu.";
    missed(title, "rule/event-head «Hội nghị» — event: it is part of", "");
    missed(
        "Bà con trong làng thảo luận về giá cà phê.",
        "rule/event-head «thảo luận về» — event: no body that meets so is at work here",
        "",
    );
    let sits = "Sáng 7/3/2023, HĐND tỉnh Kon Tum thảo luận về giá cà phê.";
    assert!(!misses(sits).iter().any(|l| l.contains("no body that meets so")), "{}", explained(sits));
}

#[test]
fn a_body_left_without_a_place_is_said_to_be() {
    missed("UBND huyện đã họp.", "pattern/ủy-ban-nhân-dân «UBND huyện» — place: none is named", "");
    assert!(!misses("UBND huyện Đắk Hà đã họp.").iter().any(|l| l.starts_with("pattern/")));
}

#[test]
fn an_award_that_nobody_gives_is_said_to_be() {
    missed("Tấm bằng khen treo trên tường.", "award", "verb: no cue of giving or receiving before it in the clause");
    missed(
        "UBND tỉnh Kon Tum chưa tặng bằng khen cho ai.",
        "award",
        "verb: denied, not certain or still to come by «chưa»",
    );
}

#[test]
fn a_list_of_appointments_with_a_line_of_nothing_is_read() {
    let run = {
        let place = Place::new();
        place.write("bài.txt", "Danh sách được bổ nhiệm:\n+ chưa rõ.\n+ abc.\n");
        place.run(&["extract", "bài.txt"])
    };
    assert_eq!(run.status, 0, "{run:?}");
}

#[test]
fn misses_change_nothing_of_what_is_read() {
    let said = explained(&after_huyen("Ông Bằng phát biểu tại hội nghị."));
    let facts = |text: &str| text.lines().filter(|l| l.contains("⇒")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(facts(&said), facts(&explained(HUYEN)));
}
