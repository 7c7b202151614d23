package ocr

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// table is what the program prints of a page of two lines, the first large.
const table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
	"1\t1\t0\t0\t0\t0\t0\t0\t2550\t3300\t-1\t\n" +
	"4\t1\t1\t1\t1\t0\t300\t300\t900\t84\t-1\t\n" +
	"5\t1\t1\t1\t1\t1\t300\t300\t400\t70\t96.5\tMira\n" +
	"5\t1\t1\t1\t1\t2\t730\t302\t470\t70\t95.0\tSolano\n" +
	"5\t1\t1\t1\t2\t1\t300\t500\t20\t20\t41.0\t©\n" +
	"5\t1\t1\t1\t2\t2\t340\t500\t200\t37\t93.0\tQuantized\n" +
	"5\t1\t1\t1\t2\t3\t560\t500\t60\t29\t92.0\tthe\n" +
	"5\t1\t1\t1\t2\t4\t640\t500\t10\t60\t88.0\t|\n" +
	"5\t1\t1\t1\t2\t5\t660\t500\t40\t29\t12.0\tzzkx\n" +
	"5\t1\t1\t1\t2\t6\t720\t508\t130\t21\t90.0\tmorsum\n"

// TestMain stands in for the program where the test's binary goes by its name.
func TestMain(m *testing.M) {
	if strings.HasPrefix(filepath.Base(os.Args[0]), name) {
		n, _ := io.Copy(io.Discard, os.Stdin)
		switch {
		case os.Getenv("OCR_HANGS") != "":
			time.Sleep(time.Minute)
		case os.Args[1] == "--list-langs":
			fmt.Print("List of available languages in \"/x/\" (4):\nosd\nfra\neng\ndeu\n")
		case strings.Join(os.Args[1:], " ") == "stdin stdout -l eng+deu+fra --dpi 300 tsv" && n > 8_000_000:
			fmt.Print(table)
		default:
			fmt.Fprintln(os.Stderr, "unexpected arguments or picture:", os.Args, n)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// stand puts a stand-in for the program on the PATH.
func stand(t *testing.T) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	link := name + filepath.Ext(exe)
	if filepath.Ext(exe) == ".test" {
		link = name
	}
	if err := os.Symlink(exe, filepath.Join(dir, link)); err != nil {
		t.Skipf("no links here: %v", err)
	}
	t.Setenv("PATH", dir)
}

func TestRead(t *testing.T) {
	stand(t)
	tool, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	gs, err := tool.Read(context.Background(), image.NewGray(image.Rect(0, 0, 2550, 3300)), 612, 792)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, g := range gs {
		text.WriteString(g.Text)
	}
	if got, want := text.String(), "Mira Solano"+"• Quantized the morsum"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	// A dot is 0.24 points; letters of 70 dots are 24 points in size.
	if g := gs[0]; g.Size != 24 || math.Abs(g.Base-370*0.24) > 0.5 || math.Abs(g.Box[0]-72) > 0.01 || math.Abs(g.Box[2]-96) > 0.01 {
		t.Errorf("the first letter: %+v", g)
	}
	// The words with descenders do not set the baseline.
	if g := gs[len(gs)-1]; g.Size != 10 || math.Abs(g.Base-529*0.24) > 0.5 {
		t.Errorf("the last letter: %+v", g)
	}
}

func TestStopped(t *testing.T) {
	stand(t)
	tool, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("OCR_HANGS", "1")
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := tool.Read(ctx, image.NewGray(image.Rect(0, 0, 10, 10)), 612, 792); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
	}
}

func TestFails(t *testing.T) {
	stand(t)
	tool, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tool.Read(context.Background(), image.NewGray(image.Rect(0, 0, 10, 10)), 612, 792); err == nil {
		t.Error("no error of a program that fails")
	}
}

func TestMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Find(context.Background()); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v, want %v", err, ErrMissing)
	}
}

func TestChoose(t *testing.T) {
	for list, want := range map[string]string{
		"List of available languages in \"/x/\" (2):\neng\nosd\n":                     "eng",
		"List of available languages (5):\r\nspa\r\nfra\r\neng\r\nequ\r\nchi_sim\r\n": "eng+chi_sim+fra+spa",
		"List of available languages (2):\nosd\n-l /etc\n":                            "",
		"deu\n": "deu",
	} {
		if got := choose(list); got != want {
			t.Errorf("%q: got %q, want %q", list, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	var texts []string
	for _, w := range parse(table) {
		texts = append(texts, w.text)
	}
	if d := cmp.Diff([]string{"Mira", "Solano", "•", "Quantized", "the", "morsum"}, texts); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	for name, tsv := range map[string]string{
		"unsure":   "5\t1\t1\t1\t1\t1\t3\t3\t40\t7\t35\tqxzv\n5\t1\t1\t1\t1\t2\t53\t3\t40\t7\t52\tqqv\n",
		"no width": "5\t1\t1\t1\t1\t1\t3\t3\t0\t7\t95\tqxzv\n",
		"numbers":  "5\t1\t1\t1\t1\t1\tNaN\tInf\t1e400\t7\t95\tqxzv\n",
		"short":    "5\t1\t1\n",
		"controls": "5\t1\t1\t1\t1\t1\t3\t3\t40\t7\t95\t\x01\x02\n",
	} {
		if ws := parse(tsv); len(ws) != 0 {
			t.Errorf("%s: got %+v, want no words", name, ws)
		}
	}
}
