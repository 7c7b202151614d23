package outline

import (
	"strings"
	"sync"
)

// Words that tell what a part of an entry's head is, folded, in English,
// German, French, Spanish, Italian and Portuguese.

// The sorts of words, as bits.
const (
	roleCue = 1 << iota
	orgCue
	strictOrgCue
	degreeCue
	strongDegreeCue
)

// cueWords returns the map from words to their sorts.
var cueWords = sync.OnceValue(func() map[string]uint8 {
	m := make(map[string]uint8, 1024)
	for i, list := range [...]string{roleWords, orgWords, strictOrgWords, degreeWords, strongDegreeWords} {
		for _, w := range strings.Fields(list) {
			m[w] |= 1 << i
		}
	}
	return m
})

// isRole reports whether a word is what people are called at work.
func isRole(w string) bool { return cueWords()[w]&roleCue != 0 }

// roleWords are what people are called at work.
const roleWords = `
	aider aide carer caregiver caretaker receptionist bartender nanny pharmacist dentist therapist psychologist midwife
	journalist reporter illustrator animator musician copywriter recruiter actuary bookkeeper geologist ecologist linguist
	historian lifeguard referee solicitor barrister paramedic firefighter steward stewardess dispatcher merchandiser
	optometrist veterinarian radiographer stylist janitor plumber courier
	referent referentin sachbearbeiter sachbearbeiterin lehrer lehrerin verkaufer verkauferin
	krankenpfleger krankenschwester geschaftsfuhrerin produktmanager produktmanagerin projektmanager projektmanagerin
	teamleiterin abteilungsleiter abteilungsleiterin studentische studentischer hiwi volontar volontarin azubi
	conseiller conseillere vendeur vendeuse infirmier infirmiere professeur formateur formatrice coordinateur coordinatrice
	redacteur redactrice graphiste concepteur conceptrice delegue gestionnaire comptable directrice chargee cheffe
	encargado encargada coordinador coordinadora directora administrador administradora vendedor vendedora enfermero
	enfermera abogado abogada diseniador disenador disenadora jefa
	coordinatore coordinatrice impiegato impiegata addetto addetta insegnante progettista direttore direttrice
	coordenador coordenadora diretor diretora enfermeiro enfermeira advogado projetista
	medewerker ontwikkelaar stagiair adviseur docent onderzoeker projectleider
	engineer engineers intern internship developer dev researcher scientist analyst manager assistant consultant lead
	leader fellow postdoc postdoctoral programmer architect designer director professor lecturer instructor tutor teacher
	administrator technician specialist officer head founder cofounder ceo cto coo cfo vp president chair coordinator
	associate trainee apprentice freelancer freelance contractor volunteer mentor supervisor member student candidate
	executive representative operator editor writer reviewer organizer organiser ambassador secretary treasurer captain
	advisor adviser principal staff statistician economist mathematician physicist chemist biologist data-scientist grader
	ta ra sde swe sre mle coop co-op placement quant trader strategist evangelist accountant auditor clerk cashier barista
	salesman nurse doctor physician tester qa devops fullstack webmaster sysadmin maintainer contributor coach trainer
	facilitator planner buyer producer photographer translator interpreter librarian curator paralegal lawyer attorney
	judge waiter waitress server expert advocate hairstylist agent ninja controller inspector surveyor draftsman foreman
	machinist welder electrician mechanic collaborator chairman chairperson vicepresident convener coordinater counselor
	counsellor internee practitioner scholar visitor visiting faculty dean ingenieur entwickler entwicklerin praktikant
	praktikantin praktikum werkstudent werkstudentin wissenschaftler wissenschaftlerin wissenschaftlicher mitarbeiter
	mitarbeiterin hilfskraft leiter leiterin berater beraterin doktorand doktorandin softwareentwickler softwareingenieur
	dozent projektleiter techniker auszubildender softwareentwicklerin teamleiter geschaftsfuhrer tutorin informatiker
	ingenieurin ingenieure developpeur developpeuse stagiaire alternant alternance chercheur chercheuse assistante
	analyste chef responsable consultante doctorant doctorante enseignant charge directeur apprenti technicien architecte
	programmeur ingeniero ingeniera desarrollador desarrolladora becario becaria practicante investigador investigadora
	asistente analista consultor consultora jefe profesor profesora docente programador programadora gerente pasante
	tecnico ayudante auxiliar arquitecto ingegnere sviluppatore sviluppatrice tirocinante tirocinio stagista ricercatore
	ricercatrice assistente consulente responsabile dottorando programmatore collaboratore borsista assegnista engenheiro
	engenheira desenvolvedor desenvolvedora estagiario estagiaria estagio pesquisador pesquisadora gestor bolsista
	professora monitor`

// orgWords stand in the names of organisations.
const orgWords = `
	lycee liceo liceu lyceum gymnasium gymnasiet teknikum technikum hogeschool realschule oberschule gesamtschule berufsschule
	conservatory conservatoire vidyalaya vidyapeeth universitet universitetet hogskola univerzita uniwersytet politechnika
	universitesi universitas universitatea universiti colegio collegio fakultat faculte facultad facolta
	rwth ucla cmu kth kaist
	inc incorporated ltd limited llc llp plc corp corporation co company companies gmbh ag kg ev ug se sa sas sarl srl spa
	bv nv ab oy aps as pvt pte pty sl slu lda ltda kk group gruppe holding holdings university universitat universite
	universidad universita universidade universiteit univ uni college school institute institut instituto istituto
	institution academy akademie academia accademia polytechnic politecnico politecnica polytechnique ecole escuela escola
	hochschule fachhochschule faculty department dept lab labs laboratory laboratories laboratoire laboratorio center
	centre centro zentrum technologies technology tech solutions systems software services consulting consultancy partners
	ventures capital bank hospital clinic klinik medical foundation association society organization organisation agency
	ministry council committee commission bureau office government studio studios networks network robotics electronics
	semiconductor semiconductors pharma pharmaceuticals energy industries industry enterprises international global
	digital media games motors automotive aerospace airlines insurance financial analytics informatics infotech
	interactive healthcare logistics telecom communications library museum church club nasa cern ibm google microsoft
	amazon apple meta facebook intel nvidia oracle siemens bosch sap samsung huawei infosys tcs wipro cognizant accenture
	deloitte adobe cisco qualcomm tesla uber netflix deepmind openai bytedance tencent alibaba baidu mit eth epfl iit nit
	iiit cnrs inria startup fraunhofer universitario stiftung verein unternehmen firma kirche krankenhaus societe
	entreprise empresa sociedad azienda societa hopital ospedale team`

// strictOrgWords are those that hardly stand in anything else.
const strictOrgWords = `
	lycee liceo liceu lyceum gymnasium gymnasiet teknikum technikum hogeschool realschule oberschule gesamtschule berufsschule
	conservatory conservatoire vidyalaya vidyapeeth universitet universitetet hogskola univerzita uniwersytet politechnika
	universitesi universitas universitatea universiti colegio collegio fakultat faculte facultad facolta
	inc ltd limited llc llp plc corp corporation gmbh pvt pte pty university universitat universite universidad universita
	universidade universiteit college institute institut instituto istituto academy polytechnic politecnico polytechnique
	ecole hochschule laboratory laboratories labs hospital bank foundation srl sas sarl aps bv ltda technologies solutions
	school company`

// degreeWords name degrees and diplomas.
const degreeWords = `
	diplome diplomingenieur diplomingenior kandidat kandidatexamen licentiate magisterium maitrise hons certificate
	classe preparatoire ing
	bachelor bachelors master masters phd doctor doctorate doctoral bsc msc ba ma bs ms beng meng btech mtech be me mba
	bba bca mca mphil dphil llb llm diploma degree minor major associate undergraduate graduate postgraduate honours
	honors hsc ssc cbse icse xii xth matriculation intermediate gcse gce baccalaureate bachelier abitur diplom magister
	staatsexamen promotion licence mastere doctorat baccalaureat bac dut bts cpge licenciatura grado maestria doctorado
	bachillerato ingenieria laurea dottorato triennale magistrale maturita mestrado doutorado graduacao bacharelado b m ph
	d s sc tech eng class exchange nanodegree gpa a as`

// strongDegreeWords are those that hardly stand in anything else.
const strongDegreeWords = `
	diplome diplomingenieur diplomingenior kandidat kandidatexamen licentiate magisterium maitrise deug dea dess bsce bscs
	mscs mscit bse mse bfa mfa mres mpa mph llb jd md edd dba dsc drs dipl fachabitur hochschulreife matura prepa
	bachiller tecnologo licenciado licenciada graduado graduada magister baccalaureus bachelorstudium masterstudium
	bachelor bachelors master masters phd doctorate bsc msc beng meng btech mtech mba bba bca mca mphil dphil llb llm
	diploma degree bs ms ba ma hsc ssc abitur diplom licence doctorat baccalaureat licenciatura grado maestria doctorado
	bachillerato laurea dottorato mestrado doutorado bacharelado graduacao undergraduate doctor postgraduate minor
	matriculation intermediate`

// placeWords are places that often stand beside an organisation, and words
// for where work is done.
var placeWords = set(`
	nz u.s.a u.k s.korea s._korea p.r._china p.r.china prc pr_china remoto remota distanciel teletravail homeoffice
	home_office virtual online remote hybrid onsite on-site usa us u.s united_states united_kingdom uk england scotland
	wales ireland northern_ireland germany deutschland france spain espana italy italia portugal brazil brasil india china
	japan singapore canada australia new_zealand netherlands the_netherlands belgium switzerland schweiz suisse austria
	osterreich sweden norway denmark finland poland czech_republic czechia hungary romania bulgaria greece turkey turkiye
	ukraine russia israel egypt south_africa nigeria kenya ghana mexico argentina chile colombia peru pakistan bangladesh
	sri_lanka nepal indonesia malaysia thailand vietnam philippines south_korea korea taiwan hong_kong uae dubai
	saudi_arabia qatar iran lebanon jordan morocco tunisia luxembourg estonia latvia lithuania croatia serbia slovenia
	slovakia new_york new_york_city nyc san_francisco los_angeles seattle boston chicago austin london cambridge oxford
	edinburgh manchester paris lyon toulouse grenoble berlin munich munchen hamburg frankfurt stuttgart karlsruhe dresden
	leipzig cologne koln bonn zurich geneva lausanne basel bern vienna wien amsterdam rotterdam delft eindhoven brussels
	madrid barcelona valencia sevilla rome roma milan milano turin torino bologna lisbon lisboa porto sao_paulo
	rio_de_janeiro bangalore bengaluru mumbai pune delhi new_delhi hyderabad chennai kolkata noida gurgaon gurugram
	ahmedabad jaipur kanpur lucknow indore bhopal kochi coimbatore beijing shanghai shenzhen hangzhou tokyo osaka kyoto
	seoul taipei toronto montreal vancouver ottawa waterloo sydney melbourne brisbane perth auckland dublin copenhagen
	stockholm oslo helsinki warsaw krakow prague praha budapest bucharest athens istanbul ankara tel_aviv cairo lagos
	nairobi cape_town karachi lahore islamabad dhaka colombo kathmandu jakarta kuala_lumpur bangkok hanoi manila
	mexico_city buenos_aires santiago bogota lima palo_alto mountain_view menlo_park cupertino sunnyvale santa_clara
	san_jose san_diego irvine pittsburgh philadelphia atlanta denver boulder houston dallas phoenix portland minneapolis
	detroit ann_arbor washington washington_dc baltimore raleigh durham charlotte miami orlando tampa california texas
	florida massachusetts washington_state illinois pennsylvania ohio michigan virginia new_jersey north_carolina georgia
	arizona colorado maryland oregon minnesota wisconsin indiana ontario quebec british_columbia karnataka maharashtra
	tamil_nadu kerala telangana gujarat rajasthan uttar_pradesh west_bengal punjab haryana odisha bihar madhya_pradesh
	andhra_pradesh`)

// wideWords are those places that are no towns: countries, states, regions.
var wideWords = set(`
	nz usa us u.s u.s.a u.k s.korea s._korea p.r._china p.r.china prc pr_china united_states united_kingdom uk england
	scotland wales ireland northern_ireland germany deutschland france spain espana italy italia portugal brazil brasil
	india china japan canada australia new_zealand netherlands the_netherlands belgium switzerland schweiz suisse austria
	osterreich sweden norway denmark finland poland czech_republic czechia hungary romania bulgaria greece turkey turkiye
	ukraine russia israel egypt south_africa nigeria kenya ghana mexico argentina chile colombia peru pakistan bangladesh
	sri_lanka nepal indonesia malaysia thailand vietnam philippines south_korea korea taiwan uae saudi_arabia qatar iran
	lebanon jordan morocco tunisia estonia latvia lithuania croatia serbia slovenia slovakia california texas florida
	massachusetts washington_state illinois pennsylvania ohio michigan virginia new_jersey north_carolina georgia arizona
	colorado maryland oregon minnesota wisconsin indiana ontario quebec british_columbia karnataka maharashtra tamil_nadu
	kerala telangana gujarat rajasthan uttar_pradesh west_bengal punjab haryana odisha bihar madhya_pradesh andhra_pradesh`)

// stateCodes are printed in capitals after a city.
var stateCodes = set(`
	AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
	SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB NS NSW VIC QLD UK US USA UAE UP MP AP NL CH FR IT ES SP RJ MG IND`)
