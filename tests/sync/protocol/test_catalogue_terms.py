"""Every term of the founding document's vocabulary (requirements §10) can be typed and is found, in some list."""

from __future__ import annotations

import pytest

from sync.protocol.catalogue import load_seed, normalise

# Terms as the document prints them, one group a paragraph; " | " parts them.
TERMS = {
    "10.1 upkeep, dirt, damage": """
        mal entretenu | délaissé | dégradations | déjections canines | détritus | graffiti | encombrants | déchets |
        propreté | espaces dégradés | espaces présentant des dysfonctionnements | anomalie dans la rue |
        immeubles dégradés | habitat privé dégradé | insalubrité | insalubrité diffuse | dégradation du bâti |
        intérieurs vétustes | équipements en fin de vie | désordres thermiques | parties communes de faible qualité |
        isolation phonique ou thermique insuffisante | devantures commerciales à améliorer""",
    "10.2 uses, occupation, tranquillity": """
        occupation négative | occupations problématiques des espaces communs | appropriations négatives |
        occupations illicites des parties communes | incivilités | incivilités à l'encontre des agents publics |
        infractions dans et aux abords des établissements scolaires | conflits de voisinage |
        tensions entre communautés | tensions entre nouveaux résidents et plus anciens | racisme |
        activités illicites dans l'espace public | trafic de stupéfiants | toxicomanies | conduites addictives |
        travail dissimulé | sans domicile fixe | mendicité | vente à la sauvette | prostitution | isolement |
        actes racistes et antisémites""",
    "10.3 feeling and ambience": """
        sentiment d'insécurité | sentiment de répulsion | sentiment d'abandon | insécurité nocturne | lieu évité |
        lieu contourné | regard de jour | regard de nuit | présence policière trop faible |
        présence policière trop forte | lumière | espace | enclavement | nuisances sonores | lieu apprécié""",
    "10.4 light, mobility, footpath": """
        éclairage nocturne des stations et de leurs abords | plan lumière | passages du boulevard périphérique |
        éclairage des stations et abri voyageurs | continuité piétonne coupée | cheminements piétons |
        partage de la rue | manque de liaisons | coupure urbaine | franchissement | signalétique | orientation |
        plans | accessibilité PMR | PAVE | stationnement | circulation non apaisée | zones 30 |
        zones de rencontre | sécurité routière | vélos en libre-service en mauvais état | liaisons vélo |
        desserte | fréquence | abri voyageurs | station de bus et métro""",
    "10.5 worksites": """
        nuisances de chantier | communication de chantier absente | protocole non respecté |
        grille de contrôle non respectée | site promis à la démolition""",
    "10.6 kinds of place": """
        friche | interstice urbain | coin et recoin | mur pignon | délaissé urbain | espace en friche |
        grande emprise | parcelle disponible | place | parvis | quai | rue commerçante | marché | marché aux puces |
        parc et jardin | coulée verte | placette | hall | cour d'immeuble | cœur d'îlot | mail | voie | rue |
        berges | ceinture verte | pied d'immeuble | locaux en pied d'immeuble | parties communes | digicodes |
        circulations | parking souterrain | toiture | façade | local commercial ou associatif | locaux vacants |
        abords d'école | parvis d'école | équipement public | centre sportif | jardin partagé | aire de jeux |
        maison de projet | station | abri | porte | passage du périphérique | passerelle |
        boulevard des Maréchaux | porte devenue place | site de service urbain | TAM | dépôt |
        espace de stockage | station essence | CVAE | coulée du boulevard périphérique | Ville | bailleur social |
        copropriété | commune riveraine | État | RATP | à clarifier""",
    "10.7 furniture and equipment": """
        mobilier urbain | mobilier adapté ou innovant | mobilier éphémère ou temporaire |
        mobilier connecté | mobilier intelligent | Wi-Fi | aires de jeux et d'activités |
        équipements sportifs dans l'espace public | city stade | skate park | kiosque | fresque | mosaïque |
        installation artistique""",
    "10.8 greening and reuse": """
        végétalisation | toits et façades végétalisés | jardins partagés | jardins d'insertion |
        jardins solidaires | jardins intergénérationnels | potagers collectifs | cultiver dans les écoles |
        trame verte | biodiversité | promenades paysagères | parcours paysagers | espaces urbains agricoles |
        verdir des espaces de stockage | usages temporaires | usages intercalaires |
        rue fermée temporairement | rue aux enfants | Paris Respire | marquages au sol | ludothèque hors les murs |
        brocante | atelier de réparation | débat public | concert | théâtre | speaker's corner | circul'livre |
        cinéma en plein air | vide-grenier | ressourcerie | recyclerie | reconversion de parking |
        locaux associatifs partagés | café social | aquagym | animation sportive | fabrication |
        démarrage d'activité | art sur un site à démolir | Main Verte""",
    "10.9 walk themes": """
        femmes | jeunes | nocturne | abords des écoles | accessibilité | mobilité réduite | cheminements piétons |
        franchissements du périphérique | stations et abris | propreté et sur-entretien | délaissés | Nature + |
        parties communes | résidentialisation | chantier | seniors | accueil | formation | patrimoine |
        lieux à ne pas rater | commerces | pieds d'immeuble""",
    "10.10 levers": """
        budget participatif | FPH | abattement TFPB | crédits bailleurs | crédits copropriétés | FIPD | VVV |
        appel à projets politique de la Ville | Région animation sociale des quartiers | 1% artistique | PIM |
        GPRU | NPNRU | ITI | du vert près de chez moi | 100 ha de toits et façades végétalisés | plan piéton |
        plan lumière | plan vélo | plan anti-bruit | Plan Climat | DRAC culture et lien social""",
    "10.11 answer types": """
        maintenance renforcée | propreté renforcée | sur-entretien | aménagement léger | aménagement participatif |
        sensibilisation en pied d'immeuble | médiation | action citoyenne | journée de propreté citoyenne |
        chantier éducatif | chantier d'insertion | chantier école | TIG | animation | prévention situationnelle |
        voirie de proximité | clarification de gestion | présence humaine | CDN | médiateurs de jour | ISVP | GPIS |
        résidentialisation | végétalisation | éclairage | clôture par refus motivé""",
    "10.12 blocking reasons": """
        owner or manager unclear | several owners | awaiting renewal project | no funding |
        footpath/worksite conflict | no legal structure of carrier group | data not shareable |
        refused by consultation""",
}
WHERE = {
    "10.1": ("categories", "grid_items", "qualities", "report_kinds"),
    "10.2": ("categories",),
    "10.3": ("categories", "grid_items", "day_night"),
    "10.4": ("categories", "grid_items"),
    "10.5": ("categories", "grid_items"),
    "10.6": ("place_kinds", "owner_kinds"),
    "10.7": ("furniture",),
    "10.8": ("reuses",),
    "10.9": ("themes", "publics", "day_night", "purposes"),
    "10.10": ("levers",),
    "10.11": ("answer_types", "organisations"),
    "10.12": ("blocking_reasons",),
}
KNOWN = {
    part: {
        normalise(word)
        for name in WHERE[part.split()[0]]
        for entry in load_seed().entries(name)
        for word in (entry.code, entry.fr, entry.en, *entry.aliases)
    }
    for part in TERMS
}
PAIRS = [(part, " ".join(term.split())) for part, terms in TERMS.items() for term in terms.split("|")]


@pytest.mark.parametrize(("part", "term"), PAIRS)
def test_every_term_of_the_document_is_a_code_a_label_or_an_alias_of_its_list(part: str, term: str) -> None:
    """Requirements §10.1–10.12."""
    assert normalise(term) in KNOWN[part], f"{term} ({part})"
