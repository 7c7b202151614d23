package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"pique/index"
)

var update = flag.Bool("update", false, "write what came out into the golden files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"pique": main})
}

// TestScript runs the command line: one case in each file of
// testdata/script, named subcommand_case. $RESUMES is the folder of invented
// resumes, $ODD that of odd files.
func TestScript(t *testing.T) {
	resumes, err := filepath.Abs("../../testdata/resumes")
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = ""
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("RESUMES", resumes)
			env.Setenv("ODD", filepath.Join(filepath.Dir(resumes), "odd"))
			env.Setenv("COLUMNS", "100")
			env.Setenv("PIQUE_INDEX", "")
			env.Setenv("HOME", env.WorkDir)
			if cache != "" { // what the second engine compiled once
				env.Setenv("XDG_CACHE_HOME", cache)
			}
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":   exits,
			"hold":    hold,
			"holds":   holds,
			"edit":    edit,
			"append":  appendLine,
			"cut":     cutEnd,
			"hostile": writeHostile,
			"paper":   writePaper,
		},
	})
}

// exits runs a program and checks its exit status: exits 3 pique score nope.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM ARGS...")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = err.Error()
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			got = strconv.Itoa(exit.ExitCode())
		}
	}
	if got != args[0] {
		ts.Fatalf("exit status: got %s, want %s", got, args[0])
	}
}

// hold opens an index to write and holds it until the script ends.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hold FOLDER")
	}
	x, err := index.Open(context.Background(), ts.MkAbs(args[0]), index.Options{})
	ts.Check(err)
	ts.Defer(func() { ts.Check(x.Close()) })
}

// holds checks that a file, or some file under a folder, has a text among its
// bytes, in whatever case: holds FOLDER TEXT.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: holds PATH TEXT")
	}
	var in []string
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(bytes.ToLower(data), bytes.ToLower([]byte(args[1]))) {
			in = append(in, path)
		}
		return err
	}))
	if neg && len(in) > 0 {
		ts.Fatalf("%s is still in %v", args[1], in)
	}
	if !neg && len(in) == 0 {
		ts.Fatalf("no file has %s", args[1])
	}
}

// edit replaces a text in a file wherever it stands: edit FILE OLD NEW.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	was := ts.ReadFile(args[0])
	if !strings.Contains(was, args[1]) {
		ts.Fatalf("%s does not have %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(was, args[1], args[2])), 0o644))
}

// appendLine adds a line to a file that readers of a PDF pass over.
func appendLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: append FILE")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[0])+"% updated\n"), 0o644))
}

// cutEnd takes bytes away from the end of a file: cut FILE BYTES.
func cutEnd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cut FILE BYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	was := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(was[:len(was)-n]), 0o644))
}
