package query_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pique/index/query"
)

func TestWalk(t *testing.T) {
	q, err := query.Parse(`lidra (drone OR -kite) section:skills "object detecton" signal:faster lidra`, known)
	if err != nil {
		t.Fatal(err)
	}
	want := []query.Text{{Words: "lidra"}, {Words: "drone"}, {Words: "object detecton"}}
	if d := cmp.Diff(want, q.Texts()); d != "" {
		t.Errorf("texts (-want +got):\n%s", d)
	}
	other := q.WithTexts(func(n query.Text) query.Text {
		if n.Words == "lidra" {
			n.Words = "lidar"
		}
		return n
	})
	if got, want := other.String(), `lidar (drone OR -kite) section:skills "object detecton" signal:faster lidar`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if q.String() == other.String() {
		t.Error("the query given was changed")
	}
	if parts := q.Parts(); len(parts) != 5 || parts[1].String() != "drone OR -kite" || query.And(parts...).String() != q.String() {
		t.Errorf("parts: got %v", parts)
	}
	for _, q := range []query.Query{{}, query.Signal("faster"), query.Not(query.Query{})} {
		if parts := q.Parts(); len(parts) != 1 || parts[0].String() != q.String() || len(q.Texts()) != 0 || q.WithTexts(nil).String() != q.String() {
			t.Errorf("%s: got parts %v, texts %v", q, parts, q.Texts())
		}
		if got := query.Of(q.Node()); got.String() != q.String() {
			t.Errorf("of the node of %s: got %s", q, got)
		}
	}
}
