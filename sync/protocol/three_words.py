"""Three words that stand for an enrolment code, shown by the office and by the tablet: a person compares them.

Both sides make them from the same address and code, so nothing more is said on the wire. Other words on the tablet mean
that a letter was misread, or that the square was not the office's. They prove nothing to a machine.
"""

from __future__ import annotations

import hashlib

# 128 words that are short, known to children, and heard as no other one of the list.
# fmt: off
_WORDS = (
    "abeille", "abricot", "agneau", "aigle", "ampoule", "ancre", "arbre", "arrosoir", "assiette", "avion",
    "baleine", "ballon", "banane", "barque", "bateau", "biche", "bison", "bonnet", "bouchon", "bougie", "bouton",
    "branche", "brebis", "brioche", "brosse", "bureau", "cabane", "cactus", "camion", "canard", "carotte",
    "cartable", "casque", "castor", "cerise", "chaise", "chameau", "chapeau", "chat", "chemise", "cheval",
    "cigogne", "citron", "clairon", "cloche", "coq", "corbeau", "coquille", "crabe", "crayon", "crocodile",
    "cuisine", "dauphin", "dindon", "domino", "drapeau", "dragon", "escargot", "faucon", "ferme", "feuille",
    "flamme", "fontaine", "forge", "fraise", "fromage", "gant", "gazelle", "girafe", "gomme", "grenouille",
    "guitare", "hamac", "haricot", "herbe", "hibou", "horloge", "igloo", "jardin", "jonquille", "jupe", "kiosque",
    "koala", "laine", "lampe", "lavande", "lion", "lune", "maison", "mangue", "marteau", "melon", "miroir",
    "moineau", "moulin", "navire", "noisette", "nuage", "olive", "orange", "oreille", "ours", "palmier", "panier",
    "papillon", "parapluie", "pigeon", "pinceau", "platane", "plume", "poire", "poivre", "pomme", "pont", "radis",
    "renard", "robinet", "rose", "ruban", "sapin", "savon", "serpent", "singe", "soleil", "tambour", "tigre",
    "tomate", "tortue",
)
# fmt: on


def three_words(address: str, code: str) -> tuple[str, str, str]:
    """The words of this address and code, however they are spelt."""
    server = address.strip().rstrip("/").lower()
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    digest = hashlib.sha256(f"gup-walker words v1\n{server}\n{typed}".encode()).digest()
    first, second, third = (_WORDS[byte % len(_WORDS)] for byte in digest[:3])
    return first, second, third
