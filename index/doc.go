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
// # Files
//
// The folder has a bleve index in "bleve", the order of the last table in
// "table.json", and "lock", which one writer holds at a time. A new index is
// made aside and renamed, so that a kill leaves none or a whole one. All that
// [Index.Put] took before a flush is safe from then on; a flush comes every
// 500 records, every two seconds while records come in, when the context
// given to Open ends, and with Close. Only the user may read the folder.
//
// # Words
//
// Words are folded to ASCII and lower case and cut to their English stem;
// "C++", "C#" and "few-shot" keep what makes them. Very common words ("the",
// "of") are in no index: a query of nothing else holds for everybody. Words
// of other languages are found in the form in which they stand.
//
// # Limits
//
// A reader waits while a writer works, two seconds unless told otherwise,
// and then fails with [ErrLocked]. A prefix may stand for at most 1000 words.
// Dropping a file leaves its bytes in the folder until bleve merges them
// away. Sorting costs about a microsecond for each candidate that matches.
package index
