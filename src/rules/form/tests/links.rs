//! What a goal refers to: policies and missions.

use super::*;

#[test]
fn policies() {
    for policy in [
        "7-5・①",
        "７－５・①",
        "７−５・①",
        "7-5･①",
        "7-5・⑩",
        "10-12・⑳",
        "7-5・①、2-3・②",
        "7-5・①\n2-3・②",
        "7-5・①　2-3・②",
        "7-5 ・ ①",
        "⇒7-5・①",
        "",
        "自治基本条例",
        "施政方針",
        "「自治基本条例」第5条",
        "令和4年度施政方針",
        "7-5・①、施政方針",
        "－",
    ] {
        assert_eq!(policy_format::check(&with(Field::Policy, policy)), [], "{policy}");
    }
    for (policy, suggestion) in [
        ("7-5", ""),
        ("7-5・1", "7-5・①"),
        ("7-5-1", "7-5・①"),
        ("7-5(1)", "7-5・①"),
        ("7-5・(1)", "7-5・①"),
        ("７－５①", "7-5・①"),
        ("7.5・①", "7-5・①"),
        ("7-5・①、②", ""),
        ("7-5・①②", ""),
        ("○-○・○", ""),
        ("デジタル自治", ""),
        ("該当なし", ""),
        ("0-5・①", ""),
        ("7-5・㉑", ""),
    ] {
        let hits = policy_format::check(&with(Field::Policy, policy));
        let case = if suggestion.is_empty() { "format" } else { "writing" };
        assert_eq!(cases(&hits), [case], "{policy}");
        assert_eq!(value(&hits[0], "suggestion"), suggestion, "{policy}");
    }
    let numbers: Vec<Option<String>> =
        policy_format::entries("７－５・①、2−3・②").into_iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [Some("7-5・①".to_owned()), Some("2-3・②".to_owned())]);
}

fn linked(links: &[&str]) -> Sheet {
    let goals = links.iter().map(|link| goal(&[(Field::Mission, link)])).collect();
    let missions = ["安全で安心な水道水を届ける", "下水道で川を守る", "健全に経営する"];
    Sheet { missions: missions.map(Text::from).to_vec(), ..sheet(goals) }
}

#[test]
fn missions_without_goal() {
    for links in [
        &["1", "2", "3"][..],
        &["1、2", "③"],
        &["１・２・３"],
        &["1〜3"],
        &["①②", "3"],
        &["組織使命1", "使命２", "Ⅲ"],
        &["1\n2\n3"],
        &["安全で安心な水道水を届ける", "2", "3"],
        &["1 安全で安心な水道水を届ける", "2", "3"],
        &["全て"],
        &["一、二", "三"],
        &["1及び2", "(3)"],
        &["", ""],
        &["No.1", "2番目", "3"],
        &["1と2", "3"],
    ] {
        assert_eq!(mission_without_goal::check(&linked(links)), [], "{links:?}");
    }
    for (links, numbers) in [
        (&["1", "2"][..], &["3"][..]),
        (&["2"], &["1", "3"]),
        (&["1", "4"], &["2", "3"]),
        (&["", "1・3"], &["2"]),
    ] {
        let hits = mission_without_goal::check(&linked(links));
        let found: Vec<&str> = hits.iter().map(|hit| value(hit, "number")).collect();
        assert_eq!(found, numbers, "{links:?}");
        assert!(hits.iter().all(|hit| hit.place.goal.is_none()));
    }
    assert_eq!(mission_without_goal::check(&with(Field::Mission, "1")), []);
}

#[test]
fn unknown_missions() {
    for (link, hit, case) in [
        ("4", "4", "number"),
        ("1、5", "5", "number"),
        ("０", "０", "number"),
        ("⑨", "⑨", "number"),
        ("1〜4", "4", "number"),
        ("組織使命12", "12", "number"),
        ("市民協働", "市民協働", "words"),
        ("別紙のとおり", "別紙のとおり", "words"),
    ] {
        let hits = unknown_mission::check(&linked(&[link]));
        assert_eq!(cases(&hits), [case], "{link}");
        assert_eq!(value(&hits[0], "hit"), hit);
    }
    for link in [
        "1",
        "",
        "１・２",
        "組織使命1",
        "全使命",
        "下水道で川を守る",
        "3 健全に経営する",
        "健全に経営する\n1",
    ] {
        assert_eq!(unknown_mission::check(&linked(&[link])), [], "{link}");
    }
    assert_eq!(unknown_mission::check(&with(Field::Mission, "7")), []);
}
