//! Which reports are of one event: what different articles tell of the same gathering.

use vietgraph::resolve::Kind;

use super::identity::count;

fn events(texts: &[&str]) -> usize {
    let articles: Vec<_> = texts.iter().map(|text| ("2019-06-06", *text)).collect();
    count(&articles, |k| matches!(k, Kind::Event { .. }))
}

#[test]
fn events_of_one_day_are_one_only_with_two_of_organiser_people_and_words_in_common() {
    let summing = "Sáng 5/6/2019, UBND tỉnh Nghệ An tổ chức hội nghị tổng kết công tác phòng chống thiên tai. Ông Lê Ngọc Hoá, Phó Chủ tịch UBND tỉnh Nghệ An chủ trì hội nghị.";
    let again = "Ông Lê Ngọc Hóa, Phó Chủ tịch UBND tỉnh Nghệ An phát biểu tại hội nghị phòng chống thiên tai do UBND tỉnh Nghệ An tổ chức ngày 5-6-2019.";
    let investment = "Chiều 5/6/2019, UBND tỉnh Nghệ An tổ chức hội nghị xúc tiến đầu tư. Ông Tạ Văn Sửu, Chủ tịch UBND tỉnh Nghệ An chủ trì hội nghị.";
    assert_eq!(events(&[summing, again]), 1);
    assert_eq!(events(&[summing, investment]), 2);
    let hanoi = "Sáng 5/6/2019, tại Hà Nội, Bộ Công an tổ chức hội nghị sơ kết phòng chống ma túy.";
    let danang = "Sáng 5/6/2019, tại Đà Nẵng, Bộ Công an tổ chức hội nghị sơ kết phòng chống ma túy.";
    let nowhere = "Sáng 5/6/2019, Bộ Công an tổ chức hội nghị sơ kết phòng chống ma túy.";
    assert_eq!(events(&[hanoi, danang, nowhere]), 2, "a report without a province joins no two provinces");
}

#[test]
fn what_tells_of_two_meetings_of_a_day_does_not_make_them_one() {
    let both = "Ngày 6/5/2022, Đoàn ĐBQH tỉnh Tiền Giang chia hai tổ tiếp xúc cử tri thị xã Cai Lậy và huyện Gò Công Đông. Phó Trưởng đoàn ĐBQH tỉnh Tiền Giang Mạc Văn Thông phát biểu.";
    let first = "Sáng 6/5/2022, Phó Trưởng đoàn ĐBQH tỉnh Tiền Giang Mạc Văn Thông tiếp xúc cử tri thị xã Cai Lậy, tỉnh Tiền Giang.";
    let second = "Ngày 6/5/2022, ông Lý Hoàng Phương, Giám đốc Sở Tài chính tỉnh Tiền Giang, tiếp xúc cử tri huyện Gò Công Đông, tỉnh Tiền Giang.";
    assert_eq!(events(&[first, second]), 2);
    assert_eq!(events(&[both, first, second]), 2);
    assert_eq!(events(&[both, first]), 1);
}

#[test]
fn an_event_of_a_province_is_none_of_its_districts() {
    let province = "Sáng 14/2/2019, tại khu vực đồi Ông Tượng, thành phố Hòa Bình, UBND tỉnh Hòa Bình tổ chức lễ phát động Tết trồng cây đời đời nhớ ơn Bác Hồ.";
    let district =
        "Huyện Lương Sơn tổ chức lễ phát động Tết trồng cây năm 2019 tại xã Nhuận Trạch, vào sáng 14/2/2019.";
    let committee = "Sáng 14/2/2019, UBND huyện Lương Sơn tổ chức lễ phát động Tết trồng cây năm 2019.";
    assert_eq!(events(&[province, district]), 2, "a province and a district hold one each");
    assert_eq!(events(&[district, committee]), 1, "the district and its committee");
}

#[test]
fn the_name_of_a_meeting_tells_its_host_by_initials_or_by_the_first_word_of_a_ministry() {
    let floods = "Sáng 17/10/2020, Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn tỉnh Quảng Trị họp khẩn bàn biện pháp ứng phó mưa lũ. Phó Chủ tịch UBND tỉnh Quảng Trị Mạc Thanh Thông chủ trì cuộc họp.";
    let of = |who: &str| {
        format!(
            "Phó Chủ tịch UBND tỉnh Quảng Trị Lý Hoàng Phương phát biểu tại cuộc họp của {who} tỉnh Quảng Trị sáng 17/10/2020."
        )
    };
    assert_eq!(events(&[floods, &of("Ban Chỉ huy PCTT&TKCN")]), 1);
    assert_eq!(events(&[floods, &of("Ban Chỉ đạo ATTP")]), 2, "another body's initials");
    let sand = "Chiều 18/7/2019, Bộ Y tế tổ chức họp báo thường kỳ quý II/2019. Thứ trưởng Bộ Y tế Mạc Duy Hiển chủ trì cuộc họp báo.";
    let there = "Thứ trưởng Bộ Y tế Mạc Duy Hiển nói như vậy tại buổi họp báo của Bộ chiều 18/7/2019.";
    assert_eq!(events(&[sand, there]), 1);
    let other = "Thứ trưởng Bộ Công Thương Lý Thanh Thông nói như vậy tại buổi họp báo của Bộ chiều 18/7/2019.";
    assert_eq!(events(&[sand, other]), 2, "nobody in common");
}

#[test]
fn the_assembly_of_one_place_sits_once_a_day() {
    let opens =
        "Sáng 5/6/2019, HĐND tỉnh Nghệ An khai mạc kỳ họp thứ 9. Ông Lê Ngọc Hoá, Bí thư Tỉnh ủy Nghệ An dự kỳ họp.";
    let decides = "Ngày 5/6/2019, HĐND tỉnh Nghệ An họp thông qua 12 nghị quyết. Bà Võ Thị Lài, Phó Chủ tịch HĐND tỉnh Nghệ An phát biểu tại kỳ họp.";
    assert_eq!(events(&[opens, decides]), 1, "nobody in common");
    let elsewhere = "Ngày 5/6/2019, HĐND tỉnh Hà Tĩnh họp thông qua 12 nghị quyết. Bà Võ Thị Lài, Phó Chủ tịch HĐND tỉnh Hà Tĩnh phát biểu tại kỳ họp.";
    assert_eq!(events(&[opens, elsewhere]), 2, "another province's");
    let district = "Ngày 5/6/2019, HĐND huyện Kỳ Sơn, tỉnh Nghệ An họp thông qua 3 nghị quyết. Bà Võ Thị Lài, Phó Chủ tịch HĐND huyện Kỳ Sơn phát biểu tại kỳ họp.";
    assert_eq!(events(&[opens, district]), 2, "a district's");
    let committee = "Ngày 5/6/2019, UBND tỉnh Nghệ An họp phiên thường kỳ. Ông Tạ Văn Sửu, Phó Chủ tịch UBND tỉnh Nghệ An phát biểu tại phiên họp.";
    assert_eq!(events(&[opens, committee]), 2, "the committee's");
}

#[test]
fn figures_and_places_that_two_papers_tell_make_one_opening_of_two_reports() {
    let committee = "Sáng 8/4/2017, UBND tỉnh Nghệ An tổ chức lễ khởi công tuyến đường nối cảng Cửa Hội dài 7,3km, vốn gần 415 tỷ đồng. Phó Chủ tịch UBND tỉnh Nghệ An Lê Ngọc Hoá dự lễ.";
    let guest = "Tại lễ khởi công đường vào cảng Cửa Hội ngày 8/4/2017, ông Mạc Văn Thông, Giám đốc Sở Giao thông vận tải tỉnh Nghệ An cho biết đường tốn khoảng 415 tỉ đồng.";
    let other = "Tại lễ khởi công hồ chứa nước Khe Lá ngày 8/4/2017, ông Mạc Văn Thông, Giám đốc Sở Giao thông vận tải tỉnh Nghệ An cho biết hồ tốn khoảng 95 tỉ đồng.";
    assert_eq!(events(&[committee, guest]), 1);
    assert_eq!(events(&[committee, other]), 2);
}

#[test]
fn what_announces_a_merger_is_one_event_of_both_provinces_the_day_before_it() {
    let new = "Sáng 30/6/2025, tỉnh Lào Cai tổ chức lễ công bố nghị quyết của Quốc hội về sắp xếp đơn vị hành chính cấp tỉnh. Chủ tịch UBND tỉnh Lào Cai Tạ Văn Sửu dự lễ.";
    let gone = "Tại lễ công bố hợp nhất sáng 30/6/2025 ở tỉnh Yên Bái, Chủ tịch UBND tỉnh Lào Cai Tạ Văn Sửu cảm ơn người dân.";
    assert_eq!(events(&[new, gone]), 1);
    let earlier = gone.replace("30/6/2025", "30/5/2025");
    assert_eq!(
        events(&[&new.replace("30/6/2025", "30/5/2025"), &earlier]),
        2,
        "a month before they were two provinces"
    );
}

#[test]
fn two_councils_that_sit_on_the_eve_of_their_merger_sit_apart() {
    let told = |province: &str| {
        format!(
            "Sáng 30/6/2025, HĐND tỉnh {province} họp kỳ họp thứ 30 để bàn về ngân sách. Chủ tịch HĐND tỉnh {province} chủ trì."
        )
    };
    assert_eq!(events(&[&told("Lào Cai"), &told("Yên Bái")]), 2);
}

#[test]
fn what_many_meetings_count_does_not_make_them_one() {
    let chaired = "Ngày 5/6/2019, ông Lê Ngọc Hoá, Phó Chủ tịch UBND tỉnh Nghệ An chủ trì hội nghị phát triển du lịch";
    let attended = "Ngày 5/6/2019, ông Lê Ngọc Hoá, Phó Chủ tịch UBND tỉnh Nghệ An dự hội nghị về cải cách hành chính";
    for told in ["", ", với hơn 100 đại biểu tham dự", " có 63 tỉnh thành tham gia", " lúc 14h"] {
        assert_eq!(events(&[&format!("{chaired}{told}."), &format!("{attended}{told}.")]), 2, "{told}");
    }
}

#[test]
fn at_the_end_of_a_year_the_head_of_a_province_goes_from_one_summing_up_to_the_next() {
    let told = |who: &str| {
        format!(
            "Ngày 15/12/2022, {who} tỉnh Cao Bằng tổ chức hội nghị tổng kết công tác năm 2022. Chủ tịch UBND tỉnh Cao Bằng Tạ Văn Sửu dự hội nghị."
        )
    };
    assert_eq!(events(&[&told("Công an"), &told("Bộ CHQS")]), 2);
    assert_eq!(events(&[&told("Công an"), &told("Công an")]), 1);
}

#[test]
fn a_guest_from_the_capital_speaks_at_one_online_conference_a_day() {
    let medicine =
        "Thứ trưởng Bộ Y tế Mạc Duy Hiển phát biểu tại Hội nghị trực tuyến về cung ứng thuốc ngày 20/9/2022.";
    let hospitals = "Thứ trưởng Bộ Y tế Mạc Duy Hiển phát biểu tại hội nghị trực tuyến toàn quốc do Bộ Y tế tổ chức ngày 20/9/2022.";
    assert_eq!(events(&[medicine, hospitals]), 1);
}
