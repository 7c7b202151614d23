package outline

// headNouns give a heading its kind: in English, German, French, Spanish,
// Italian and Portuguese, folded. The order of the languages in a list is
// that of this sentence.
var headNouns = kinds([]kindWords{
	{Experience, `
		werkervaring ervaring stages loopbaan arbetslivserfarenhet erfarenhet erfaringer erhvervserfaring arbeidserfaring erfaring
		doswiadczenie praca journey
		experience experiences employment employments employers career internship internships jobs positions position
		appointments appointment workexperience occupation placements placement coop roles berufserfahrung berufserfahrungen
		erfahrung erfahrungen praktika praktikum werdegang arbeitserfahrung praxiserfahrung praxiserfahrungen berufspraxis
		berufstatigkeit beschaftigung beschaftigungen anstellungen laufbahn stages stage emplois emploi parcours experiencia
		experiencias empleo empleos practicas pasantias trayectoria esperienza esperienze tirocinio tirocini impiego
		occupazione carriera estagio estagios emprego empregos carreira`},
	{Education, `
		opleiding opleidingen onderwijs utbildning uddannelse utdanning wyksztalcenie edukacja
		education educations academics qualification qualifications degrees studies schooling edu ausbildung bildung
		bildungsweg bildungsgang studium schulbildung hochschulbildung schulausbildung hochschulstudium formation formations
		etudes diplomes scolarite cursus educacion formacion estudios titulacion titulaciones istruzione formazione studi
		educacao formacao escolaridade`},
	{Projects, `
		projecten projekter projekty
		reproductions replications reimplementations builds creations experiments
		project projects portfolio capstone hackathon hackathons prototypes opensource contributions projekt projekte
		projektarbeit projektarbeiten projets projet realisations proyecto proyectos progetto progetti projeto projetos`},
	{Publications, `
		publicaties publikationer publikasjoner publikacje
		publication publications paper papers preprint preprints article articles manuscripts manuscript proceedings
		bibliography arxiv publikation publikationen veroffentlichungen veroffentlichung schriften publicacion publicaciones
		articulos pubblicazione pubblicazioni articoli publicacao publicacoes artigos`},
	{Research, `
		research thesis theses dissertation dissertations forschung abschlussarbeit abschlussarbeiten masterarbeit
		bachelorarbeit recherche recherches these memoire investigacion investigaciones tesis ricerca ricerche tesi pesquisa
		pesquisas tese`},
	{Skills, `
		vaardigheden talen kennis fardigheter sprak kompetenser faerdigheder ferdigheter umiejetnosci jezyki
		skill skills skillset skillsets technologies tools toolbox toolkit stack competencies competences competence
		competency expertise proficiencies proficiency strengths strength languages language programming frameworks abilities
		capabilities knowledge technicalskills specialties specialities libraries kenntnisse fahigkeiten fertigkeiten
		kompetenzen sprachen sprachkenntnisse edv programmiersprachen programmierkenntnisse fachkenntnisse qualifikationen
		computerkenntnisse starken langues logiciels outils aptitudes connaissances informatique langages habilidades
		competencias conocimientos idiomas lenguajes herramientas destrezas tecnologias competenze lingue conoscenze capacita
		abilita linguaggi strumenti tecnologie linguas conhecimentos ferramentas`},
	{Objective, `
		profiel samenvatting sammanfattning podsumowanie
		objective objectives summary profile bio biography statement overview introduction goal goals synopsis snapshot
		highlights aboutme whoami profil zusammenfassung kurzprofil berufsziel ziel ziele kurzvorstellung objectif objectifs
		synthese objetivo objetivos perfil resumen extracto obiettivo obiettivi profilo sommario resumo`},
	{Coursework, `
		cursussen certificaten kurser certifikat szkolenia certyfikaty
		coursework courseworks course courses classes modules subjects moocs certification certifications certificate
		certificates licenses licences licensure credentials trainings training workshops kurse zertifikate zertifizierungen
		weiterbildung weiterbildungen fortbildung fortbildungen lehrveranstaltungen cours certificats certificat cursos
		certificados certificaciones corsi certificazioni certificati certificacoes disciplinas`},
	{Awards, `
		prijzen utmarkelser nagrody
		award awards honor honors honour honours scholarship scholarships fellowship fellowships grant grants prize prizes
		achievement achievements accomplishment accomplishments distinctions distinction recognition recognitions funding
		competitions accolades merits auszeichnungen auszeichnung preise stipendien stipendium erfolge ehrungen prix bourses
		recompenses premios becas logros distinciones reconocimientos honores premi riconoscimenti borse bolsas conquistas`},
	{References, `
		referenties referenser referencer referanser referencje
		reference references referee referees recommendations testimonials recommenders referenzen referencias referenze`},
	{Teaching, `
		teaching tutoring mentoring mentorship supervision instruction advising supervising lecturing lehre lehrtatigkeit
		lehrerfahrung betreuung enseignement enseignements encadrement docencia ensenanza insegnamento didattica ensino
		monitoria`},
	{Service, `
		service services volunteer volunteering volunteerism voluntary leadership activities activity extracurricular
		extracurriculars curricular cocurricular memberships membership affiliations affiliation community outreach reviewing
		reviewer responsibilities responsibility involvement involvements engagement societies committees organizations
		organisations clubs reviews ehrenamt ehrenamtliche ehrenamtliches mitgliedschaften benevolat associations associative
		voluntariado actividades volontariato attivita atividades extracurriculares`},
	{Header, `
		contact contacts kontakt kontaktdaten coordonnees contacto contatti contato`},
	{Other, `
		fritid zainteresowania
		talks talk presentations presentation patents patent interests interest hobbies hobby miscellaneous misc information
		info media press conferences seminars declaration availability events sports pastimes news blog travel posters
		exhibitions nationality citizenship interessen hobbys vortrage patente sonstiges verschiedenes loisirs divers interets
		brevets conferencias intereses aficiones patentes ponencias interessi altro brevetti interesses outros outras
		palestras varie`},
})

// headPhrases are headings whose kind does not follow from their nouns.
var headPhrases = kinds([]kindWords{
	{Objective, `
		purpose what_i_want what_i_look_for
		over_mij om_mig om_meg o_mnie
		about about_me about_this_portfolio about_this_document about_this_resume about_the_author about_myself who_i_am personal_statement uber_mich ueber_mich zu_meiner_person a_propos a_propos_de_moi
		qui_suis_je sobre_mi acerca_de_mi chi_sono su_di_me sobre_mim sobre research_interests research_interest
		research_focus research_statement areas_of_interest area_of_interest academic_interests professional_interests
		research_areas interest_areas career_interests technical_interests forschungsinteressen forschungsschwerpunkte
		centres_de_recherche summary_of_qualifications qualifications_summary highlights_of_qualifications
		qualification_summary qualification_highlights areas_of_interests area_of_interests career_highlights career_profile
		career_overview personal_profile 自我评价 个人简介`},
	{Skills, `
		professional_qualifications key_qualifications technical_qualifications core_qualifications focus_areas familiar_areas
		computer it it_knowledge technical technical_proficiency areas_of_expertise area_of_expertise fields_of_expertise
		technical_background core_strengths software software_known software_packages programming_languages technology
		technology_stack tech_stack tech langues_et_informatique technical_summary technical_profile technical_knowledge
		key_words keywords software_skills personal_skills personal_strengths personal_traits personal_qualities
		edv_kenntnisse languages_and_technologies languages_and_tools 技能 专业技能 技术栈`},
	{Experience, `
		freelance freelance_work freelancing freelance_projects industrial_exposure industry_exposure coop_work_terms co_op_work_terms work_terms contract_work contracting consulting consultancy self_employment
		internship_summer_training internships_and_trainings
		where_i_ve_worked where_i_have_worked my_journey
		work work_history job_history professional_background work_background work_profile job_profile working_profile
		working_experience industry professional_history employment_history beruf beruflicher_werdegang berufliche_stationen
		beruflicher_hintergrund parcours_professionnel industrial_training industrial_trainings summer_training
		internship_training training_and_internships trainings_and_internships vida_laboral historial_laboral
		atuacao_profissional historico_profissional responsibilities responsibility job_responsibilities job_responsibility
		roles_and_responsibilities role_and_responsibilities key_responsibilities work_responsibilities roles_responsibilities
		key_roles_and_responsibilities duties duties_and_responsibilities role_responsibilities technical_experience
		current_position present_position current_positions past_positions 工作经历 工作经验 实习经历 职业经历 industry_experience`},
	{Coursework, `
		professional_development`},
	{Education, `
		academic academia academic_background educational_background academic_history academic_record academic_profile
		educational_profile academic_details academic_career educational_details academic_credentials scholastics
		academic_training academic_career_path parcours_academique parcours_scolaire akademischer_werdegang
		schulischer_werdegang historial_academico scholastic_record education_qualification academic_chronicle
		education_experience educational_experience education_experiences 教育经历 教育背景 教育 学历`},
	{Awards, `
		academic_achievements scholastic_achievements academic_accomplishments test_scores academic_highlights
		grants_and_funding 获奖情况 荣誉奖项 奖项 获奖经历`},
	{Service, `
		editorial_board editorial_board_member positions_of_responsibility position_of_responsibility
		positions_of_responsibilities vie_associative peer_review extra_curricular extra_curriculars professional_memberships
		campus_involvement por leadership_and_awards 校园经历`},
	{Projects, `
		things_that_exist stuff_i_made stuff_i_built small_things patches contributions_upstream upstream_patches
		what_i_ve_built things_i_ve_built things_i_ve_made things_i_made
		case_studies open_source open_source_contributions open_source_software open_source_work things_i_built
		things_i_have_built what_i_built selected_work selected_works personal_work side_work software_development
		software_projects 项目经历 项目经验 项目 开源项目 个人项目`},
	{"", `
		pre_university_course`},
	{Publications, `
		working_papers work_in_progress works_in_progress book_chapters books under_review peer_reviewed in_preparation
		research_output research_outputs journal journals work_under_review scientific_production 论文 发表论文 论文发表`},
	{Header, `
		personal_details personal_information personal_info personal_data personal_particulars contact_information
		contact_info contact_details contact_me contact_data get_in_touch personal details my_contact my_contacts links social
		socials social_links social_media web online address find_me_online profiles online_profiles social_profiles
		coding_profiles profile_links personliche_daten personliches persoenliche_daten angaben_zur_person zur_person
		donnees_personnelles informations_personnelles etat_civil datos_personales datos_de_contacto informacion_personal
		informacion_de_contacto dati_personali informazioni_personali dados_pessoais informacoes_pessoais date_of_birth 联系方式`},
	{Other, `
		other others additional additional_information other_information centres_d_interet centres_d_interets invited_talks
		autres otros otros_datos informacion_adicional informacoes_adicionais informazioni_aggiuntive extra extras`},
	{Teaching, `
		mentorship_experience`},
	{Research, `
		研究经历 科研经历 research_background`},
})

// headFillers may stand beside a noun in a heading without changing its kind.
var headFillers = set(`
	continued cont zawodowe profesjonalne relevante faglig faglige
	technical professional professionals selected select relevant academic academical personal work works working industry
	industrial key core other additional my recent and or of in the for with at to on main major minor notable featured
	independent side school university college graduate undergraduate postgraduate doctoral phd masters master bachelor
	international national previous past current related general special specialized area areas computer computing it
	software engineering science scientific data machine learning ml ai digital soft hard technological peer reviewed
	refereed journal conference workshop book chapters under review submitted list full history background field fields
	practical hands student campus life external internal social creative open source online extra co summer corporate
	business job jobs educational scholastic career executive brief short quick analytical interpersonal organizational
	communication leadership team important top coding development developer tech intellectual property invited
	invitations details record records summary highlights ongoing completed further supplementary various earlier present
	non pre prior part time paid first author published accepted unpublished hobby fun public speaking civic charity
	military us cs course level advanced basic essential primary secondary continuing higher post vocational elective
	electives certified beruflicher berufliche beruflichen akademische akademischer schulische wissenschaftliche weitere
	besondere ausgewahlte fachliche personliche technische soziale relevante sonstige eigene private praktische und der
	die des zu im professionnelle professionnelles professionnel professionnels academique academiques universitaire
	universitaires personnels personnel personnelle personnelles techniques technique scientifiques scientifique
	informatiques linguistiques scolaire scolaires autres et de du d l la le les en complementaires complementaire
	principales principaux profesional profesionales laboral laborales academica academicas academico academicos
	personales tecnicas tecnicos tecnica complementaria relevantes otros otras y e el los las del cientificas informaticos
	informatica digitales linguisticas professionale professionali lavorativa lavorative lavoro accademica accademiche
	accademici personali tecniche tecnici scientifiche informatiche linguistiche di ed dei delle ulteriori altre altri
	profissional profissionais pessoais pessoal tecnico complementar complementares do da dos das outras outros etc vitae
	from ii i taken attended undertaken undergone involved handled virtual customer case`)
