// Package index keeps candidates so that they can be found by what they did.
//
// Begin with [Open]. A writer calls [Index.Kept] for each file and, where it
// has nothing, [Index.Put]; then [Index.Drop] for what vanished. A reader
// calls [Index.Search] with a query of package query, and [Index.Find] for
// one candidate by rank, name, file or hash. Every one ends with
// [Index.Close].
//
// The index is a cache of what the files say: one row for each content,
// under the SHA-256 of its bytes, with every place where that content lies.
// It is valid for one rubric digest and one version of the extractor; what
// was kept under others is read anew. A writer that finds an index of
// another version, or a damaged one, makes a new one in its place and says so
// in [Index.Rebuilt]; a reader gets [ErrVersion] or [ErrDamaged].
//
// Beside the rows of a person's documents stands one for all of them together
// ([rubric.Persons], Options.Join); a search shows that one, or the
// documents by themselves where Options.Split is set.
//
// # Files
//
// The folder has a "manifest", which names the files under "segments" that
// make up the index; the order of the last table in "table.json"; and "lock",
// which one writer holds at a time. A segment is a file of rows (what is
// stored, the words in their order, and tables of scores, names and places)
// and one of bleve's with the dictionaries and postings of the same rows.
// Segments never change: a writer puts new ones beside them and then a new
// manifest in the place of the old, so that a kill at any moment leaves what
// was written last, and readers never wait. All that [Index.Put] took before
// a flush is safe from then on; a flush comes every 500 records, every two
// seconds while records come in, when the context given to Open ends, and
// with Close. Only the user may read the folder.
//
// # Queries
//
// Queries become those of bleve, which an executor answers with sets of rows,
// segment by segment; see [Index.Search]. Words are looked up in bleve's
// dictionaries; phrases, and words within a section, are then looked for in
// the token streams of the rows that have the words.
//
// # Words
//
// Words are folded to ASCII and lower case and cut to their English stem;
// "C++", "C#" and "few-shot" keep what makes them. Very common words ("the",
// "of") are in no index: a query of nothing else holds for everybody. A word
// of a query also stands for the names that go on with a number (YOLOv5), for
// what is written with a hyphen or as one word, and in documents of ten other
// languages for the words with the same stem there.
//
// # Limits
//
// A prefix may stand for at most 1000 words. Dropping a file leaves its bytes
// in the folder until a merge leaves them behind; [Index.Erase] does so at
// once. A segment holds less than 4 GB of names and paths.
package index
