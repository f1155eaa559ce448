import QtQuick
import Walker

// Tiles, choices, scales, counts and fields in every state.
Column {
    spacing: 20

    SegmentedScale {
        width: parent.width
        name: "Familles"
        tone: "sig"
        keepIcon: true
        chosenCode: "common"
        model: ListModel {
            ListElement {
                code: "common"
                label: "Courants"
                iconName: "star"
            }
            ListElement {
                code: "clean"
                label: "Propreté"
                iconName: "brush-cleaning"
            }
            ListElement {
                code: "light"
                label: "Lumière"
                iconName: "lightbulb"
            }
            ListElement {
                code: "way"
                label: "Passage"
                iconName: "footprints"
            }
            ListElement {
                code: "building"
                label: "Immeuble"
                iconName: "building-2"
            }
            ListElement {
                code: "use"
                label: "Usages"
                iconName: "users"
            }
        }
    }

    TileGrid {
        objectName: "tiles"
        width: parent.width
        chosenCodes: ["bulky"]
        limit: Style.textScale > 1.25 ? 6 : 0
        model: ListModel {
            ListElement {
                code: "waste"
                label: "Déchets"
                iconName: "trash-2"
            }
            ListElement {
                code: "bulky"
                label: "Encombrants"
                iconName: "sofa"
            }
            ListElement {
                code: "dogs"
                label: "Crottes de chien"
                iconName: "paw-print"
            }
            ListElement {
                code: "tags"
                label: "Graffiti"
                iconName: "spray-can"
            }
            ListElement {
                code: "lamp"
                label: "Lampe éteinte"
                iconName: "lightbulb-off"
            }
            ListElement {
                code: "wheel"
                label: "Fauteuil, poussette : ça bloque"
                iconName: "accessibility"
            }
            ListElement {
                code: "leak"
                label: "Fuite, odeur"
                iconName: "droplet"
            }
            ListElement {
                code: "other"
                label: "Autre chose"
                iconName: "ellipsis"
            }
        }
    }

    ChoiceGroup {
        objectName: "owners"
        width: parent.width
        question: "À qui est le lieu ?"
        multiple: true
        chosenCodes: ["landlord", "unknown"]
        model: ListModel {
            ListElement {
                code: "city"
                label: "Ville"
                iconName: "landmark"
            }
            ListElement {
                code: "landlord"
                label: "Bailleur"
                iconName: "building-2"
            }
            ListElement {
                code: "co"
                label: "Copropriété"
                iconName: "house"
            }
            ListElement {
                code: "unknown"
                label: "On ne sait pas"
                iconName: "circle-question-mark"
            }
        }
    }

    SegmentedScale {
        width: parent.width
        name: "Sol"
        chosenCode: "2"
        model: ListModel {
            ListElement {
                code: "1"
                label: "Tout minéral"
                iconName: ""
            }
            ListElement {
                code: "2"
                label: "Plutôt minéral"
                iconName: ""
            }
            ListElement {
                code: "3"
                label: "Moitié"
                iconName: ""
            }
            ListElement {
                code: "4"
                label: "Plutôt planté"
                iconName: ""
            }
            ListElement {
                code: "5"
                label: "Tout planté"
                iconName: ""
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 24

        Stepper {
            width: Math.min(520 * Style.textScale, parent.width)
            label: "Femmes"
            value: 9
        }

        Stepper {
            width: Math.min(520 * Style.textScale, parent.width)
            label: "Hommes"
            value: 0
        }

        Stepper {
            width: Math.min(520 * Style.textScale, parent.width)
            label: "Autre ou non dit"
            collected: false
        }
    }

    Field {
        objectName: "dansmarue"
        width: Math.min(480, parent.width)
        label: "Aussi dans DansMaRue ?"
        placeholder: "N° de signalement"
    }

    Field {
        objectName: "note"
        width: parent.width
        label: "Quelques mots"
        multiline: true
        text: "Le canapé est là depuis lundi, contre le mur du 31."
        hint: "Décrivez le lieu et la gêne. Ne nommez et ne décrivez aucune personne."
    }

    Field {
        width: Math.min(480, parent.width)
        label: "Adresse du serveur"
        text: "http://exemple"
        error: "Ce serveur ne répond pas. Vos fiches sont gardées. Vérifiez l’adresse."
    }

    Row {
        spacing: Style.gap

        Tile {
            width: 200 * Style.textScale
            text: "Enfoncée"
            iconName: "sofa"
            down: true
        }

        Tile {
            width: 240 * Style.textScale
            text: "Photo"
            iconName: "camera"
            reason: "Il manque la carte"
        }
    }
}
