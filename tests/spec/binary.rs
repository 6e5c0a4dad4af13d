//! Running the program on a folder of its own.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use tempfile::TempDir;

/// Two articles in the manner of the provincial press.
pub const HA_TINH: &str = "Chiều 15/6/2022, tại Hà Tĩnh, Công an tỉnh Hà Tĩnh tổ chức hội nghị sơ kết công tác 6 tháng \
    đầu năm. Đại tá Lê Khắc Thuyết, Giám đốc Công an tỉnh Hà Tĩnh chủ trì hội nghị.";
pub const DONG_THAP: &str = "Sáng 20/12/2016, Công an tỉnh Đồng Tháp tổ chức hội nghị tổng kết 10 năm thực hiện mô hình \
    tự quản. Thượng tướng Bùi Văn Nam, Thứ trưởng Bộ Công an dự và phát biểu tại hội nghị.";

/// A folder to run in, and what the program says there.
pub struct Place {
    dir: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Place {
    pub fn new() -> Place {
        Place { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A folder with a store built from two articles.
    pub fn built() -> Place {
        let place = Place::new();
        place.write("news/ha-tinh.txt", HA_TINH);
        place.write("news/dong-thap.txt", DONG_THAP);
        assert_eq!(place.run(&["build", "news"]).status, 0);
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, content).expect("a writable file");
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "")
    }

    /// Runs the program with something on standard input.
    pub fn run_with(&self, args: &[&str], stdin: &str) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vietgraph"));
        let output = command.current_dir(self.dir.path()).args(args).write_stdin(stdin).output();
        let output = output.expect("the program runs");
        Run {
            status: output.status.code().expect("the program ends by itself"),
            stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
        }
    }

    /// Every triple that the store holds, with its graph, sorted.
    pub fn quads(&self, store: &str) -> String {
        let query = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o";
        let run = self.run(&["query", "--store", store, "--results", "tsv", "-q", query]);
        assert_eq!(run.status, 0, "{run:?}");
        let mut lines: Vec<&str> = run.stdout.lines().collect();
        lines.sort_unstable();
        lines.join("\n")
    }

    /// The only column of a SELECT's rows.
    pub fn column(&self, query: &str) -> Vec<String> {
        let run = self.run(&["query", "--results", "csv", "-q", query]);
        assert_eq!(run.status, 0, "{run:?}");
        run.stdout.lines().skip(1).map(str::to_owned).collect()
    }
}
