import QtQuick
import Walker

// Cards, lists, undo, empty and failed states.
Column {
    spacing: 16

    UndoBar {
        width: parent.width
        text: "Signalement enregistré : déchets, rue Myrha"
    }

    Flow {
        width: parent.width
        spacing: 16

        EmptyState {
            width: Math.min(460 * Style.textScale, parent.width)
            iconName: "footprints"
            headline: "Aucune marche préparée"
            detail: "Vous pouvez marcher tout de suite et préparer après."
            actionText: "Marcher maintenant"
            actionIcon: "footprints"
        }

        ErrorState {
            width: Math.min(460 * Style.textScale, parent.width)
            iconName: "camera-off"
            headline: "L’appareil photo ne répond pas"
            detail: "La fiche est gardée. Ajoutez la photo plus tard."
            actionText: "Continuer sans photo"
            actionIcon: "check"
        }

        DuplicateCard {
            width: Math.min(380 * Style.textScale, parent.width)
            title: "Le même qu’en mars ?"
            detail: "Encombrants, à 12 m"
        }
    }

    Flow {
        width: parent.width
        spacing: 16

        Repeater {
            model: ["checked", "to_check", "held", "missing", "refused"]

            PhotoCard {
                required property string modelData

                width: Math.min(implicitWidth * (0.4 + Style.textScale * 0.3), parent?.width ?? 0)
                height: 150
                standing: modelData
                source: ""
            }
        }
    }

    Card {
        width: parent.width
        title: "Ce que sont devenus vos constats"
        spacing: 0

        AnswerCard {
            width: parent.width
            status: "done"
            place: "Encombrants rue Cavé"
            sentence: "Enlevés le 28 sept. Photo à vérifier sur place."
            opens: true
        }

        AnswerCard {
            width: parent.width
            status: "planned"
            place: "Lampe éteinte rue Richomme"
            sentence: "Remplacement le 19 octobre."
        }

        AnswerCard {
            width: parent.width
            status: "waiting"
            place: "Recoin rue de Suez"
            sentence: "À qui est le lieu ? Bailleur et Ville en discutent."
        }

        AnswerCard {
            width: parent.width
            status: "refused"
            place: "Banc passage Boris-Vian"
            sentence: "« Réseau d’eau dessous. Autre lieu proposé : square Léon. »"
            lastLine: true
        }
    }

    Card {
        width: parent.width
        title: "Envoi en cours : 31 sur 40"
        spacing: 0

        ProgressLine {
            width: parent.width
            value: 0.78
        }

        LineRow {
            width: parent.width
            iconName: "footprints"
            text: "Marche du 8 octobre"
            detail: "17 constats, 4 haltes, tracé"
            tone: "ok"
            ending: "Reçu"
            endingIcon: "check"
        }

        LineRow {
            width: parent.width
            iconName: "camera"
            text: "Photos"
            detail: "14 sur 23 · seulement en Wi-Fi"
            tone: "revoir"
            ending: "61 %"
            progress: 0.61
        }

        LineRow {
            width: parent.width
            iconName: "circle-alert"
            text: "1 photo refusée"
            detail: "Fichier abîmé. La fiche est bien partie, sans cette photo."
            tone: "danger"
            opens: true
            lastLine: true
        }
    }

    Card {
        width: parent.width
        title: "Avant de clore"
        spacing: 0

        ChecklistRow {
            width: parent.width
            text: "Carte et grille sur la tablette"
            done: true
        }

        ChecklistRow {
            width: parent.width
            text: "Date de la prochaine visite"
            detail: "Une marche reste ouverte sans date de retour."
            done: false
            actionText: "Choisir une date"
        }

        TextRow {
            width: parent.width
            iconName: "route"
            text: "4 haltes, 1,6 km, sans escalier"
        }
    }
}
