package gloss_test

import (
	"strings"
	"testing"

	"pique/rubric/gloss"
)

// read is a text as English words; what is not known is a dot.
func read(s string) string {
	var out []string
	for i := 0; i < len(s); {
		word, end := gloss.At(s, i)
		switch {
		case end == i && s[i] == ' ':
			i++
			continue
		case end == i:
			end = i + 1
			for end < len(s) && s[end] < 0x80 && s[end] != ' ' && (s[end] < 'a') == (s[i] < 'a') {
				end++
			}
			word = s[i:end]
		case word == "":
			word = "."
		}
		out = append(out, word)
		i = end
	}
	return strings.Join(out, " ")
}

func TestAt(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"将推理延迟从120毫秒降到35毫秒", ". inference latency from 120 ms to 35 ms"},
		{"推論速度を2.5倍に高速化", "inference speed . 2.5 x . accelerated"},
		{"학습 시간을 40% 단축", "training time . 40% reduced"},
		{"对BERT进行剪枝和量化", ". BERT . . pruning and quantization"},
		{"天津大学", ". . university"},
		{"推論を120msから35msに", "inference . 120 ms → 35 ms ."},
		{"8時間かかる", "8 hours . . ."},
		{"plain", "plain"},
	} {
		if got := read(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.in, got, c.want)
		}
	}
}
