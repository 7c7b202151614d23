// Package trail keeps what people said of candidates: the ratings of
// conversations, and decisions with their reasons. Nothing in it is the
// program's own opinion.
//
// Begin with [Beside], which names the trail that belongs to an index, then
// [Trail.Append] and [Trail.Read]. [Ratings] and [Decisions] pick out what is
// in force for one person, [Agreement] compares interviewers, and
// [Trail.Redact] erases a person.
//
// # The file
//
// A trail is a file of JSON lines beside the folder of the index, not in it:
// the index is a cache that may be removed and made anew, the trail is not.
// Lines are only ever added. Each has a number, the hash of the line before
// it and a digest of its own content, so that a line that was changed, left
// out or moved is found by [Trail.Read]. What a chain cannot show by itself
// is that lines are missing at its end: whoever wants to know notes the hash
// of the last line and looks for it later ([Log.Has]).
//
// A line is on disk when Append returns. One writer appends at a time; others
// wait. A last line that a crash cut off is told by [Log.Torn]; the next
// Append sets it aside in an entry of its own, so that nothing is lost.
//
// # People
//
// An entry names the content it was said about by hash, and also the file and
// the name that it had: a resume that was updated has another hash, and is
// still the same person where file and name are the same ([Person.Is]).
//
// [Trail.Redact] drops the content of a person's lines and keeps their
// hashes: the chain can still be verified, and says which lines were erased.
// A line that lost its content otherwise is a fault. Each content has a salt of 16 random bytes, which goes with it, so
// that what was erased cannot be guessed from its digest. Erased bytes may
// stay in free blocks of the disk and in copies made before.
package trail
