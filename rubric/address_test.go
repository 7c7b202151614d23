package rubric

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the scanners of addresses stand for.
var (
	addressForm    = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s<>"')\]]{4,}|\b(?:github|gitlab|bitbucket|huggingface|arxiv|doi)\.(?:com|org|co)/[^\s<>"')\]]{2,}|\b[a-z0-9-]+\.github\.io(?:/[^\s<>"')\]]*)?`)
	repositoryForm = regexp.MustCompile(`(?i)\bgithub\s*[:|]\s*([a-z0-9][a-z0-9-]*/[a-z0-9._-]+)`)
)

func byForm(line string) (addresses []string, repository, paper string) {
	addresses = addressForm.FindAllString(line, -1)
	if m := repositoryForm.FindStringSubmatch(line); m != nil {
		repository = "https://github.com/" + m[1]
	}
	return addresses, repository, identifierForm().FindString(line)
}

func byScan(line string) (found []string, repository, paper string) {
	if !linked(line) {
		return nil, "", ""
	}
	low := lowered(line)
	return addresses(nil, line, low), labelled(line, low), identifier(line, low)
}

var addressLines = []string{
	"", "Code: github.com/robin/qnet, paper: arXiv:2101.01234.", "(https://example.org/a_(b)) and www.example.org.",
	"WWW.EXAMPLE.ORG/x HTTP://EXAMPLE.ORG", "robin-example.github.io/qnet?x=1 -x.github.io/ .github.io/", "http://abc http://ab www.abc www.ab",
	"GitHub: robin/qnet | GitLab: robin/x", "github | Robin/Q-net_2.0 github:/x github: -a/b", "mygithub: a/b _github.com/a/b xgithub.com/ab",
	"doi 10.1145/3292500.3330701 and 10.12/ab 10.1234/a", "arXiv preprint arXiv:2101.01234v2", "arxiv hep-th/9901001, arXiv.1234",
	"xarxiv:2101.01234 arxiv: 2101.01234", "arxiv.org/abs/2101.01234", "huggingface.co/robin/m https://hf.co/é/ü", "gitlab.org/a bitbucket.com/ab]",
	"https://a.b", "éwww.abcd.de www.é.de", "5.0/5.0 GPA, CI/CD, 3.5x", "a.github.io.github.io/x", "http://www.abcd", "www.www.www.ab",
}

func TestAddressesAreThoseOfTheirForms(t *testing.T) {
	lines := addressLines
	files, err := filepath.Glob("../testdata/lines/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no lines: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(data), "\n")...)
	}
	for _, line := range lines {
		checkAddresses(t, line)
	}
}

func checkAddresses(t *testing.T, line string) {
	t.Helper()
	wantAll, wantRepository, wantPaper := byForm(line)
	gotAll, gotRepository, gotPaper := byScan(line)
	if d := cmp.Diff(wantAll, gotAll); d != "" {
		t.Errorf("addresses in %q (-want +got):\n%s", line, d)
	}
	if gotRepository != wantRepository || gotPaper != wantPaper {
		t.Errorf("%q: got %q and %q, want %q and %q", line, gotRepository, gotPaper, wantRepository, wantPaper)
	}
}

func FuzzAddresses(f *testing.F) {
	for _, line := range addressLines {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if len(line) > 2000 || strings.ContainsAny(line, "ſK") { // fold to s and k in the forms alone
			return
		}
		checkAddresses(t, line)
	})
}
