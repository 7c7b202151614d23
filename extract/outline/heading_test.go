package outline

import "testing"

func TestHeadingKind(t *testing.T) {
	for s, want := range map[string]string{
		"EDUCATION": Education, "Education:": Education, "E D U C A T I O N": Education, "E DUCATION": Education, "1. Education": Education,
		"W O R K  E X P E R I E N C E": Experience, "Research & Industry Experience": Experience, "R ESEARCH & I NDUSTRY E XPERIENCE": Experience,
		"Selected Projects": Projects, "Academic Projects": Projects, "Technical Skills": Skills, "Publications and Preprints": Publications,
		"Honors & Awards": Awards, "Relevant Coursework": Coursework, "Internships": Experience, "Work History": Experience, "About me": Objective,
		"Volunteer Experience": Service, "Teaching": Teaching, "Teaching Experience": Teaching, "Professional Service": Service, "Talks": Other,
		"Patents": Other, "Certifications": Coursework, "Research Experience": Research, "Research Interests": Objective, "Work": Experience,
		"Employment": Experience, "Professional Summary": Objective, "Summary of Qualifications": Objective, "Career Objective": Objective,
		"Skills & Interests": Skills, "Projects & Open Source": Projects, "Extra-Curricular Activities": Service, "Positions of Responsibility": Service,
		"Personal Information": Header, "Contact": Header, "References": References, "Leadership Experience": Service, "Project Experience": Projects,
		"Academic Background": Education, "Berufserfahrung": Experience, "Beruflicher Werdegang": Experience, "Ausbildung": Education,
		"Persönliche Daten": Header, "Veröffentlichungen": Publications, "Expérience professionnelle": Experience, "Expériences professionnelles": Experience,
		"Formation": Education, "Compétences": Skills, "Centres d'intérêt": Other, "Experiencia laboral": Experience, "Formación académica": Education,
		"Habilidades": Skills, "Esperienze lavorative": Experience, "Istruzione e formazione": Education, "Competenze": Skills,
		"Experiência profissional": Experience, "Formação acadêmica": Education, "Projetos": Projects, "Peer-Reviewed Conference Papers": Publications,
		"Education and Training": Education, "Work & Internship Experience": Experience, "Robotics Projects": Projects, "Scholarships and Grants": Awards,
		"— EXPERIENCE —": Experience, "II. Education": Education, "Projects / Open Source": Projects, "Experience (continued)": Experience,
		"Where I've worked": Experience, "What I've built": Projects, "Patents & Publications": Publications, "[ Projects ]": Projects,
		"Werkervaring": Experience, "Opleiding": Education, "Vaardigheden": Skills, "Utbildning": Education, "Erhvervserfaring": Experience,
		"Doświadczenie zawodowe": Experience, "Wykształcenie": Education, "Formations et diplômes": Education,
		"Teaching and Mentoring": Teaching, "Industrial Training": Experience, "Master's Thesis": Research, "Languages": Skills, "Research Projects": Projects,
	} {
		got, sure := headingKind(s)
		if got != want || sure == strange {
			t.Errorf("headingKind(%q) = %q, %d, want %q", s, got, sure, want)
		}
	}
	for _, s := range []string{"", "Acme Robotics", "Jane Doe", "University of Utopia", "built projects that people use every day for years", "C++", "and", "2019"} {
		if got, sure := headingKind(s); sure == certain {
			t.Errorf("headingKind(%q) = %q for certain, want none", s, got)
		}
	}
}
