import QtQuick
import Walker

// Buttons, chips and measures in every state.
Column {
    spacing: 20

    Flow {
        width: parent.width
        spacing: 14

        Captioned {
            caption: "action"

            ActionButton {
                text: "Enregistrer"
                iconName: "check"
            }
        }

        Captioned {
            caption: "action enfoncée"

            ActionButton {
                text: "Enregistrer"
                iconName: "check"
                down: true
            }
        }

        Captioned {
            caption: "occupée"

            ActionButton {
                text: "Enregistrer"
                iconName: "check"
                busy: true
                busyText: "Enregistre…"
            }
        }

        Captioned {
            caption: "indisponible"

            ActionButton {
                text: "Clore"
                reason: "Clore : encore 3 choses"
            }
        }

        Captioned {
            caption: "principal"

            PrimaryButton {
                text: "Suite"
                iconName: "arrow-right"
            }
        }

        Captioned {
            caption: "principal enfoncé"

            PrimaryButton {
                text: "Suite"
                iconName: "arrow-right"
                down: true
            }
        }

        Captioned {
            caption: "secondaire"

            SecondaryButton {
                objectName: "firstSecondary"
                text: "Note vocale"
                iconName: "mic"
            }
        }

        Captioned {
            caption: "enfoncé"

            SecondaryButton {
                text: "Note vocale"
                iconName: "mic"
                down: true
            }
        }

        Captioned {
            caption: "indisponible, avec la raison"

            SecondaryButton {
                text: "Clore"
                reason: "Clore : encore 3 choses"
            }
        }

        Captioned {
            caption: "danger"

            SecondaryButton {
                text: "Supprimer"
                iconName: "trash-2"
                danger: true
            }
        }

        Captioned {
            caption: "discret"

            GhostButton {
                text: "Plus tard"
            }
        }

        Captioned {
            caption: "carré"

            Row {
                spacing: 10

                SquareButton {
                    text: "Couches"
                    iconName: "layers"
                }

                SquareButton {
                    text: "Me retrouver"
                    iconName: "locate-fixed"
                    down: true
                }
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: [["circle-check", "Enregistré", "ok"], ["wifi-off", "Hors ligne", "plain"], ["satellite", "GPS ± 6 m", "ok"], ["locate", "GPS faible, ± 45 m", "warn"], ["locate-off", "Pas de GPS : placez le point", "danger"], ["battery-warning", "12 % : économie", "warn"], ["hard-drive", "Plus que 300 Mo", "danger"], ["cloud-upload", "9 à envoyer", "revoir"], ["git-compare-arrows", "2 versions", "warn"], ["user-check", "Confié", "primary"], ["flag", "Signalement", "sig"], ["heart", "Lieu apprécié", "pos"], ["flower-2", "Espace", "req"]]

            StatusChip {
                required property list<string> modelData

                iconName: modelData[0]
                text: modelData[1]
                tone: modelData[2]
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        InfoPill {
            name: "Durée"
            text: "42 min"
            recording: true
        }

        InfoPill {
            name: "Longueur"
            text: "0,9 km"
            iconName: "ruler"
        }

        InfoPill {
            name: "Précision"
            text: "± 6 m"
            iconName: "locate"
        }

        ScaleBar {
            metresPerPixel: 0.72
        }
    }
}
