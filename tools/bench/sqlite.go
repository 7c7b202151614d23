//go:build ignore

// Sqlite answers the questions of package load from a database of SQLite
// with FTS5, for bench to compare with, which runs it with sqlite.mod in the
// place of go.mod, so that pique itself does not depend on SQLite:
//
//	go run -modfile tools/bench/sqlite.mod tools/bench/sqlite.go -docs 1000 -file FILE
package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	_ "modernc.org/sqlite"

	"pique/index/invent"
	"pique/rubric"
	"pique/tools/bench/load"
)

// seed is that of tools/bench.
const seed = 1

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "sqlite: error:", err)
		os.Exit(1)
	}
}

func run() error {
	docs := flag.Int("docs", 1000, "how many candidates")
	rounds := flag.Int("rounds", 30, "how often each question is asked")
	file := flag.String("file", "", "the database; made where it is missing")
	flag.Parse()
	_, missing := os.Stat(*file)
	db, err := sql.Open("sqlite", *file+"?_pragma=mmap_size(2000000000)&_pragma=cache_size(-200000)")
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // what counts has been committed
	db.SetMaxOpenConns(1)
	if missing != nil {
		if err := fill(db, *docs); err != nil {
			return errors.Join(err, os.Remove(*file))
		}
	}
	a := asker{db: db, cache: map[string]*sql.Stmt{}}
	return load.Run(os.Stdout, *rounds, a.ask)
}

// schema has an index for every order and filter that is asked for. The FTS
// table cuts words to their stems, as pique does.
const schema = `
CREATE TABLE person (id INTEGER PRIMARY KEY, sha TEXT UNIQUE, file TEXT, name TEXT, kind TEXT, score REAL, record TEXT);
CREATE INDEX person_score ON person (score DESC, file);
CREATE INDEX person_name ON person (name);
CREATE TABLE signal (signal TEXT, level INTEGER, score REAL, person INTEGER, PRIMARY KEY (signal, score DESC, person)) WITHOUT ROWID;
CREATE INDEX signal_person ON signal (person, signal);
CREATE INDEX signal_level ON signal (signal, level);
CREATE INDEX person_kind ON person (kind);
CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = "porter unicode61", prefix = '3 4');
CREATE VIRTUAL TABLE terms USING fts5vocab (words, row);
`

func fill(db *sql.DB, n int) error {
	if _, err := db.Exec(schema); err != nil {
		return err
	}
	v := invent.New(seed)
	for begin := 0; begin < n; begin += 1000 {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		for i := begin; i < min(begin+1000, n); i++ {
			r := v.Record(i)
			c := r.Candidate
			raw, err := json.Marshal(c)
			if err != nil {
				return err
			}
			var text []string
			for _, p := range r.Text {
				text = append(text, p.Text)
			}
			_, err = tx.Exec("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)", i+1, c.SHA256, c.File, c.Name, c.Kind, c.Score, string(raw))
			for _, s := range c.Signals {
				if err == nil {
					_, err = tx.Exec("INSERT INTO signal VALUES (?, ?, ?, ?)", s.ID, s.Level, c.Score, i+1)
				}
			}
			if err == nil {
				_, err = tx.Exec("INSERT INTO words (rowid, body) VALUES (?, ?)", i+1, strings.Join(text, "\n"))
			}
			if err != nil {
				return errors.Join(err, tx.Rollback())
			}
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	_, err := db.Exec("INSERT INTO words (words) VALUES ('optimize'); ANALYZE")
	return err
}

// asker asks the database.
type asker struct {
	db    *sql.DB
	cache map[string]*sql.Stmt
}

func (a *asker) query(text string, args ...any) (*sql.Rows, error) {
	s, ok := a.cache[text]
	if !ok {
		var err error
		if s, err = a.db.Prepare(text); err != nil {
			return nil, err
		}
		a.cache[text] = s
	}
	return s.Query(args...)
}

// ask answers as pique does: how many there are, and the first of them with
// all that is known of each.
func (a *asker) ask(q load.Question) (int, error) {
	switch {
	case q.Typo != "":
		return a.near(q.Typo)
	case q.Facets:
		if err := a.facets(); err != nil {
			return 0, err
		}
		return a.list("person p", "", "p.score DESC, p.file")
	case len(q.Words) > 0:
		return a.list("words w CROSS JOIN person p ON p.id = w.rowid", `words MATCH ?
			AND EXISTS (SELECT 1 FROM signal WHERE person = p.id AND signal = ?) AND EXISTS (SELECT 1 FROM signal WHERE person = p.id AND signal = ?)`,
			"p.score DESC, p.file", quoted(q.Words...), q.Signals[0], q.Signals[1])
	case len(q.Signals) == 1 && q.Sort == "name":
		return a.list("signal s JOIN person p ON p.id = s.person", "s.signal = ?", "p.name, p.file", q.Signals[0])
	case len(q.Signals) == 1:
		return a.list("signal s JOIN person p ON p.id = s.person", "s.signal = ?", "s.score DESC, s.person", q.Signals[0])
	case q.High > 0:
		return a.list("person p", "p.score BETWEEN ? AND ?", "p.score DESC, p.file", q.Low, q.High)
	case q.Phrase != "":
		return a.list("words w CROSS JOIN person p ON p.id = w.rowid", "words MATCH ?", "p.score DESC, p.file", quoted(q.Phrase))
	}
	return a.list("words w CROSS JOIN person p ON p.id = w.rowid", "words MATCH ?", "p.score DESC, p.file", q.Prefix+"*")
}

func quoted(words ...string) string {
	return `"` + strings.Join(words, `" "`) + `"`
}

func (a *asker) list(from, where, order string, args ...any) (n int, err error) {
	if where != "" {
		where = " WHERE " + where
	}
	rows, err := a.query("SELECT count(*) FROM "+from+where, args...)
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		err = rows.Scan(&n)
	}
	if err = errors.Join(err, rows.Close()); err != nil {
		return 0, err
	}
	rows, err = a.query(fmt.Sprintf("SELECT p.record FROM %s%s ORDER BY %s LIMIT %d", from, where, order, load.Shown), args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close() //nolint:errcheck // read only
	for rows.Next() {
		var raw []byte
		var c rubric.Candidate
		if err := rows.Scan(&raw); err != nil {
			return 0, err
		}
		if err := json.Unmarshal(raw, &c); err != nil {
			return 0, err
		}
	}
	return n, rows.Err()
}

func (a *asker) facets() error {
	for _, text := range []string{"SELECT signal, level, count(*) FROM signal GROUP BY signal, level", "SELECT kind, 0, count(*) FROM person GROUP BY kind"} {
		rows, err := a.query(text)
		if err != nil {
			return err
		}
		for rows.Next() {
			var id string
			var level, n int
			if err := rows.Scan(&id, &level, &n); err != nil {
				return errors.Join(err, rows.Close())
			}
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return err
		}
	}
	return nil
}

// near goes through all words, as nothing in FTS5 helps to find near ones.
// They are stems, so that fewer are near than pique finds.
func (a *asker) near(typed string) (int, error) {
	rows, err := a.query("SELECT term, doc FROM terms WHERE length(term) BETWEEN ? AND ?", len(typed)-2, len(typed)+2)
	if err != nil {
		return 0, err
	}
	defer rows.Close() //nolint:errcheck // read only
	n := 0
	for rows.Next() {
		var term string
		var docs int
		if err := rows.Scan(&term, &docs); err != nil {
			return 0, err
		}
		if within(term, typed, 2) {
			n++
		}
	}
	return n, rows.Err()
}

// within reports whether two words are at most so many edits apart.
func within(a, b string, most int) bool {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range len(b) {
			d := diagonal
			if a[i] != b[j] {
				d++
			}
			diagonal = row[j+1]
			row[j+1] = min(d, row[j+1]+1, row[j]+1)
			least = min(least, row[j+1])
		}
		if least > most {
			return false
		}
	}
	return row[len(b)] <= most
}
