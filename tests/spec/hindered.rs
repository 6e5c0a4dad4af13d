//! What hinders a build is told with what helps, and nothing that the store has is lost.

use std::process::Command;

use vietgraph::store::Store;

use super::binary::{DONG_THAP, HA_TINH, Place, Run};

/// A store of one article, and two more articles that wait.
fn place() -> Place {
    let place = Place::new();
    place.write("news/a.txt", HA_TINH);
    assert_eq!(place.run(&["build", "news"]).status, 0);
    place.write("news/b.txt", DONG_THAP);
    place
}

/// Checks that a build failed in one line with these words, changed nothing, and goes through once nothing hinders it.
fn failed(place: &Place, before: &str, run: &Run, expected: &[&str]) {
    assert_eq!(run.status, 1, "{run:?}");
    let said: Vec<&str> = run.stderr.lines().filter(|line| line.starts_with("vietgraph: ")).collect();
    assert!(said.len() == 1 && expected.iter().all(|words| said[0].contains(words)), "{expected:?}: {run:?}");
    assert_eq!(place.quads("vietgraph-store"), before, "what was there is there");
    assert_eq!(place.run(&["build", "news"]).status, 0);
    let fresh = Place::new();
    fresh.write("news/a.txt", HA_TINH);
    fresh.write("news/b.txt", DONG_THAP);
    assert_eq!(fresh.run(&["build", "news"]).status, 0);
    assert_eq!(place.quads("vietgraph-store"), fresh.quads("vietgraph-store"));
}

#[cfg(unix)]
fn shell(place: &Place, script: &str) -> Run {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_vietgraph"));
    let output = Command::new("sh").args(["-c", script]).env("VIETGRAPH", program).current_dir(place.path("")).output();
    let output = output.expect("a shell");
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    }
}

#[test]
fn another_process_holds_the_store() {
    let place = place();
    let before = place.quads("vietgraph-store");
    let held = Store::create(&place.path("vietgraph-store"), None).expect("a store");
    let run = place.run(&["build", "news"]);
    let read = place.run(&["query", "-q", "ASK {}"]);
    assert!(read.status == 1 && read.stderr.contains("being built"), "{read:?}");
    drop(held);
    failed(&place, &before, &run, &["is open in another vietgraph process; wait"]);
}

/// A file that may not grow is refused in the words of its own; the remedy is that of a full disk.
#[cfg(unix)]
#[test]
fn a_file_cannot_grow() {
    let before = place().quads("vietgraph-store");
    // Where the log of records, the database and the table of graphs end.
    for blocks in [0, 1, 4, 16, 64] {
        let place = place();
        let run = shell(&place, &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$VIETGRAPH\" build news"));
        failed(&place, &before, &run, &["File too large", "make room and run the same command again"]);
    }
}

/// On a small disk of its own, where this machine lets one be made.
#[cfg(target_os = "linux")]
#[test]
fn the_disk_is_full() {
    let place = place();
    let before = place.quads("vietgraph-store");
    let fill = "mkdir disk && mount -t tmpfs -o size=24m none disk 2>/dev/null || exit 77
        cp -r vietgraph-store disk/store && dd if=/dev/zero of=disk/ballast bs=4k 2>/dev/null; truncate -s -16k disk/ballast
        \"$VIETGRAPH\" build --store disk/store news; status=$?
        rm disk/ballast; rm -r vietgraph-store; cp -r disk/store vietgraph-store; umount disk; exit $status";
    let run = shell(&place, &format!("unshare --mount sh -c '{fill}'"));
    if matches!(run.status, 77 | 127) || run.stderr.contains("unshare") {
        return;
    }
    failed(&place, &before, &run, &["No space left on device", "make room and run the same command again"]);
}

#[cfg(target_os = "linux")]
#[test]
fn the_folder_may_only_be_read() {
    let place = place();
    let before = place.quads("vietgraph-store");
    // Root may write whatever permissions say, but not a disk that is mounted to be read.
    let script = "mount --bind vietgraph-store vietgraph-store 2>/dev/null && mount -o remount,ro,bind vietgraph-store || exit 77
        \"$VIETGRAPH\" query -q \"ASK {}\" >/dev/null || exit 3
        \"$VIETGRAPH\" build news";
    let run = shell(&place, &format!("unshare --mount sh -c '{script}'"));
    if matches!(run.status, 77 | 127) || run.stderr.contains("unshare") {
        return;
    }
    failed(
        &place,
        &before,
        &run,
        &["Read-only file system", "allow writing to it, or name another folder with --store"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_made() {
    let place = place();
    let run = place.run(&["build", "--store", "/proc/vietgraph-store", "news"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stderr.contains("/proc/vietgraph-store: cannot be written"), "{run:?}");
    assert_eq!(run.stderr.lines().count(), 1, "{run:?}");
}
