pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// The window: one page at a time, each made when it is opened with its own view-model, and a line for disk troubles.
Window {
    id: window

    required property App app
    // Asked for by the page that is opened: each view-model is made when its page is.
    readonly property var pages: ({
            home: () => ["pages/HomePage.qml", {
                    app: app,
                    status: app.home
                }],
            live: () => ["pages/LiveWalkPage.qml", {
                    app: app,
                    walk: app.live
                }],
            aid: () => ["pages/AidPage.qml", {
                    app: app,
                    aid: app.aid
                }],
            camera: () => ["pages/CameraPage.qml", {
                    app: app,
                    taking: app.camera,
                    finder: app.viewfinder
                }],
            end: () => ["pages/EndPage.qml", {
                    app: app,
                    end: app.end
                }],
            votes: () => ["pages/VotesPage.qml", {
                    app: app,
                    round: app.votes
                }],
            report: () => ["pages/ReportFormPage.qml", {
                    app: app,
                    form: app.report
                }],
            space: () => ["pages/SpaceFormPage.qml", {
                    app: app,
                    form: app.space
                }],
            grid: () => ["pages/GridPage.qml", {
                    app: app,
                    grid: app.grid
                }],
            outline: () => ["pages/OutlinePage.qml", {
                    app: app,
                    outline: app.outline
                }],
            voices: () => ["pages/VoicesPage.qml", {
                    app: app,
                    voice: app.voices
                }],
            place: () => ["pages/PlacePage.qml", {
                    app: app,
                    search: app.addresses
                }],
            prepare: () => ["pages/PreparePage.qml", {
                    app: app,
                    plan: app.walks.plan
                }],
            territory: () => ["pages/TerritoryPage.qml", {
                    app: app,
                    choice: app.walks.territory
                }],
            route: () => ["pages/RoutePage.qml", {
                    app: app,
                    route: app.walks.route
                }],
            walks: () => ["pages/WalksPage.qml", {
                    app: app,
                    lists: app.walks.lists
                }],
            walk: () => ["pages/WalkPage.qml", {
                    app: app,
                    lists: app.walks.lists
                }],
            answers: () => ["pages/AnswersPage.qml", {
                    app: app,
                    answers: app.walks.answers
                }],
            helper: () => ["pages/HelperPage.qml", {
                    app: app,
                    entry: app.walks.helper
                }],
            sync: () => ["pages/SyncPage.qml", {
                    app: app,
                    status: app.sync
                }],
            enrol: () => ["pages/EnrolPage.qml", {
                    app: app,
                    enrolment: app.sharing.enrolment
                }],
            join: () => ["pages/JoinPage.qml", {
                    app: app,
                    joining: app.sharing.joining
                }],
            handback: () => ["pages/HandBackPage.qml", {
                    app: app,
                    handBack: app.sharing.handBack,
                    status: app.sync
                }],
            photos: () => ["pages/PhotoCheckPage.qml", {
                    app: app,
                    check: app.photos
                }],
            revisit: () => ["pages/RevisitPage.qml", {
                    app: app,
                    visit: app.revisit
                }],
            photo: () => ["pages/PhotoEditPage.qml", {
                    app: app,
                    edit: app.photo
                }],
            help: () => ["pages/HelpPage.qml", {
                    app: app,
                    help: app.help
                }],
            packs: () => ["pages/PacksPage.qml", {
                    app: app,
                    packs: app.care.packs
                }],
            storage: () => ["pages/StoragePage.qml", {
                    app: app,
                    storage: app.care.storage
                }],
            checks: () => ["pages/ChecksPage.qml", {
                    app: app
                }],
            wording: () => ["pages/WordingPage.qml", {
                    app: app,
                    wording: app.care.wording
                }],
            settings: () => ["pages/SettingsPage.qml", {
                    app: app
                }]
        })

    function fill(place: Loader, page: string): void {
        const [file, properties] = pages[page]();
        place.setSource(Qt.resolvedUrl(file), properties);
    }

    // The map of a walk stays as it was behind the forms: made anew after each report, it would be blank for a moment.
    function show(): void {
        const walking = app.page === "live" || kept.item !== null && app.live.running;
        if (!walking)
            kept.source = "";
        else if (kept.item === null)
            fill(kept, "live");
        kept.visible = app.page === "live";
        if (kept.visible) {
            loader.source = "";
            kept.forceActiveFocus();
        } else {
            fill(loader, app.page);
            loader.forceActiveFocus();
        }
    }

    width: 1280
    height: 800
    minimumWidth: 640
    minimumHeight: 480
    visible: true
    title: qsTr("Exploratory walks")
    color: Style.colours.bg

    Component.onCompleted: show()

    Binding {
        target: Style
        property: "theme"
        value: window.app.display.theme
    }

    Binding {
        target: Style
        property: "textScale"
        value: window.app.display.textScale
    }

    Binding {
        target: Style
        property: "reducedMotion"
        value: window.app.display.lessMotion
    }

    Binding {
        target: Style
        property: "hand"
        value: window.app.display.hand
    }

    Binding {
        target: Style
        property: "gloves"
        value: window.app.display.gloves
    }

    Connections {
        target: window.app

        function onPageChanged(): void {
            window.show();
        }
    }

    // A page of the app, with help one touch away while a group is out.
    component Place: Loader {
        id: place

        anchors.top: trialBar.bottom
        anchors.bottom: parent?.bottom
        width: parent?.width ?? 0

        Binding {
            target: place.item
            property: "aids"
            value: window.app.aidNear
            when: place.item !== null
        }

        Connections {
            target: place.item

            function onAided(): void {
                window.app.open("aid");
            }
        }
    }

    Place {
        id: kept

        visible: false
    }

    Place {
        id: loader

        focus: true
    }

    Rectangle {
        anchors.fill: parent
        z: 100
        visible: Style.isNight && opacity > 0
        color: "black"
        opacity: 0.2 * window.app.display.dimming
    }

    TroubleBar {
        id: trouble

        width: parent.width
        height: visible ? implicitHeight : 0
        visible: code !== ""
        app: window.app
        code: window.app.trouble
        words: window.app.troubleWords
        onClosed: window.app.forgetTrouble()
    }

    TrialBar {
        id: trialBar

        anchors.top: trouble.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: window.app.trial.active
        app: window.app
    }
}
