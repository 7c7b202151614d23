package child

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pique/extract"
	"pique/extract/glyph"
)

// TestMain makes the test binary its own child.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "child-of-test" {
		out := os.Stdout
		os.Stdout = os.Stderr
		err := Serve(context.Background(), os.Stdin, out, ServeOptions{
			Second: openFake, Exit: os.Exit, Alone: true,
			read: func(ctx context.Context, path string, o extract.Options) extract.Document {
				return misbehave(ctx, path, o, out)
			},
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, "fatal:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// command starts the test binary as a child.
func command(role string) *exec.Cmd { return exec.Command(os.Args[0], "child-of-test", role) }

// hoarded keeps what misbehave takes.
var hoarded [][]byte

// misbehave does to a child what the name of the file says.
func misbehave(ctx context.Context, path string, o extract.Options, out *os.File) extract.Document {
	what, engine, _ := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".pdf"), "@")
	if engine != "" && engine != "both" && engine != string(o.Engine) {
		what = "fine"
	}
	d := extract.Document{File: filepath.ToSlash(path), Status: extract.OK, Engine: o.Engine, Letters: 1}
	d.Name = o.Timeout.String()
	switch what {
	case "real":
		return extract.Read(ctx, path, o)
	case "fine":
	case "doubt":
		d.Doubt, d.Letters = "ask the second", 0
		if o.Second != nil {
			if _, err := o.Second(); err != nil {
				return extract.Document{Status: extract.Unreadable, Reason: "second engine: " + err.Error()}
			}
			d.Letters = 2
		}
	case "loop":
		for i := 0; ; i++ {
			hoarded = hoarded[:0]
		}
	case "slow": // but honest
		<-ctx.Done()
	case "late": // says so itself
		return extract.Document{Status: extract.Unreadable, Reason: "timed out after 0.2 s", SHA256: "abc"}
	case "recurse":
		d.Letters = deep(1)
	case "panic":
		panic("index out of range\nwith \x1b[31mcolours")
	case "hoard":
		for {
			b := make([]byte, 1<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			hoarded = append(hoarded, b)
		}
	case "huge":
		hoarded = append(hoarded, make([]byte, 20<<30))
		for {
			time.Sleep(time.Millisecond)
		}
	case "exit":
		os.Exit(0)
	case "print":
		fmt.Println("a library says something")
	case "garbage":
		_, _ = out.WriteString("<<garbage>> that is no frame at all")
	case "long":
		_, _ = out.Write([]byte{0xff, 0xff, 0xff, 0xff, 'd'})
	case "half":
		_, _ = out.Write([]byte{100, 0, 0, 0, 'd', 1, 2, 3})
		os.Exit(0)
	case "unsound":
		d.Lines = make([]extract.Line, 1)
		d.Lines[0].Section = 5
	case "endless":
		d.Reason = strings.Repeat("text ", maxAnswer/4)
	}
	return d
}

// deep calls itself without end, as far as a stack can go.
func deep(n int) int {
	if n < 0 {
		return 0
	}
	return deep(n+1) + 1
}

// fake is a second engine. How it opens is for the folder of its cache to say.
type fake struct{}

func openFake(cache string, _ int64) (extract.Second, error) {
	switch filepath.Base(cache) {
	case "broken":
		return nil, errors.New("no engine here")
	case "crash":
		panic("while opening")
	case "slow":
		time.Sleep(1500 * time.Millisecond)
	}
	return fake{}, nil
}

func (fake) Read(context.Context, []byte) ([]glyph.Page, error) { return nil, nil }

func (fake) Render(context.Context, []byte, int, float64) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, 1, 1)), nil
}
