package outline

// The words of dates in English, German, French, Spanish, Italian and
// Portuguese, folded.

var monthWords = numbered([]string{
	"january jan januar janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen",
	"february feb febr februar fevrier fevr fev febrero febbraio febb fevereiro februari lutego luty",
	"march mar marz maerz mrz mars marzo marco maart marts marca marzec",
	"april apr avril avr abril abr aprile kwietnia kwiecien",
	"may mai mayo maggio mag maio mei maj maja",
	"june jun juni juin junio giugno giu junho czerwca czerwiec",
	"july jul juli juillet juil julio luglio lug julho lipca lipiec",
	"august aug aout agosto ago augustus augusti sierpnia sierpien",
	"september sept sep septembre septiembre setiembre settembre sett set setembro wrzesnia wrzesien",
	"october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik",
	"november nov novembre noviembre novembro listopada listopad",
	"december dec dezember dez decembre diciembre dic dicembre dezembro desember grudnia grudzien",
})

// alsoWords are short names of months that are English words too.
var alsoWords = set("out set ago mag gen mar march may fev")

var seasonWords = set(`
	spring summer fall autumn winter monsoon fruhling fruhjahr sommer herbst wintersemester sommersemester wise sose ws ss
	printemps ete automne hiver primavera verano otono invierno estate autunno inverno verao outono`)

var nowWords = set(` heden nu obecnie nuvarande nuvaerende pagaende 
	present now current currently today ongoing date continuing onwards onward heute jetzt aktuell laufend gegenwart
	gegenwartig derzeit dato actuel actuellement maintenant actualidad actual actualmente presente hoy fecha oggi attuale
	attualmente corso atual atualmente hoje momento 至今 现在`)

var toWords = set("tot do to until till til through thru bis a au al ate hasta up jusqu fino")

var sinceWords = set("sinds sedan siden od since from seit ab depuis desde dal dall starting")

var untilWords = set("until bis jusqu hasta fino ate")

var articleWords = set("the el la le il en em zum au a dem end early mid late")

// countedWords follow a number that is a quantity and no year.
var countedWords = set(`
	x ms s kb mb gb tb users samples images students people lines files tokens records hours pages nodes gpus cores points
	rows employees members participants customers requests questions documents examples problems teams candidates
	applicants articles stars downloads followers units parts devices sensors videos sentences words frames hz khz mhz fps
	px pixels watts w kw usd eur dollars euros commits tests cases orders items`)
