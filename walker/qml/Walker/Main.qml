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
            home: () => [Qt.resolvedUrl("pages/HomePage.qml"), {
                    app: app,
                    status: app.home
                }],
            live: () => [Qt.resolvedUrl("pages/LiveWalkPage.qml"), {
                    app: app,
                    walk: app.live
                }],
            aid: () => [Qt.resolvedUrl("pages/AidPage.qml"), {
                    app: app,
                    aid: app.aid
                }],
            camera: () => [Qt.resolvedUrl("pages/CameraPage.qml"), {
                    app: app,
                    taking: app.camera,
                    finder: app.viewfinder
                }],
            end: () => [Qt.resolvedUrl("pages/EndPage.qml"), {
                    app: app,
                    end: app.end
                }],
            votes: () => [Qt.resolvedUrl("pages/VotesPage.qml"), {
                    app: app,
                    round: app.votes
                }],
            report: () => [Qt.resolvedUrl("pages/ReportFormPage.qml"), {
                    app: app,
                    form: app.report
                }],
            space: () => [Qt.resolvedUrl("pages/SpaceFormPage.qml"), {
                    app: app,
                    form: app.space
                }],
            grid: () => [Qt.resolvedUrl("pages/GridPage.qml"), {
                    app: app,
                    grid: app.grid
                }],
            outline: () => [Qt.resolvedUrl("pages/OutlinePage.qml"), {
                    app: app,
                    outline: app.outline
                }],
            voices: () => [Qt.resolvedUrl("pages/VoicesPage.qml"), {
                    app: app,
                    voice: app.voices
                }],
            place: () => [Qt.resolvedUrl("pages/PlacePage.qml"), {
                    app: app,
                    search: app.addresses
                }],
            prepare: () => [Qt.resolvedUrl("pages/PreparePage.qml"), {
                    app: app,
                    plan: app.walks.plan
                }],
            territory: () => [Qt.resolvedUrl("pages/TerritoryPage.qml"), {
                    app: app,
                    choice: app.walks.territory
                }],
            route: () => [Qt.resolvedUrl("pages/RoutePage.qml"), {
                    app: app,
                    route: app.walks.route
                }],
            walks: () => [Qt.resolvedUrl("pages/WalksPage.qml"), {
                    app: app,
                    lists: app.walks.lists
                }],
            walk: () => [Qt.resolvedUrl("pages/WalkPage.qml"), {
                    app: app,
                    lists: app.walks.lists
                }],
            answers: () => [Qt.resolvedUrl("pages/AnswersPage.qml"), {
                    app: app,
                    answers: app.walks.answers
                }],
            helper: () => [Qt.resolvedUrl("pages/HelperPage.qml"), {
                    app: app,
                    entry: app.walks.helper
                }],
            sync: () => [Qt.resolvedUrl("pages/SyncPage.qml"), {
                    app: app,
                    status: app.sync
                }],
            enrol: () => [Qt.resolvedUrl("pages/EnrolPage.qml"), {
                    app: app,
                    enrolment: app.sharing.enrolment
                }],
            join: () => [Qt.resolvedUrl("pages/JoinPage.qml"), {
                    app: app,
                    joining: app.sharing.joining
                }],
            handback: () => [Qt.resolvedUrl("pages/HandBackPage.qml"), {
                    app: app,
                    handBack: app.sharing.handBack,
                    status: app.sync
                }],
            handover: () => [Qt.resolvedUrl("pages/HandOverPage.qml"), {
                    app: app,
                    giving: app.sharing.giving,
                    status: app.sync
                }],
            carry: () => [Qt.resolvedUrl("pages/CarryPage.qml"), {
                    app: app,
                    carrying: app.sharing.carries,
                    status: app.sync
                }],
            bundle: () => [Qt.resolvedUrl("pages/BundlePage.qml"), {
                    app: app,
                    byFile: app.sharing.byFile,
                    status: app.sync
                }],
            photos: () => [Qt.resolvedUrl("pages/PhotoCheckPage.qml"), {
                    app: app,
                    check: app.photos
                }],
            revisit: () => [Qt.resolvedUrl("pages/RevisitPage.qml"), {
                    app: app,
                    visit: app.revisit
                }],
            photo: () => [Qt.resolvedUrl("pages/PhotoEditPage.qml"), {
                    app: app,
                    edit: app.photo
                }],
            help: () => [Qt.resolvedUrl("pages/HelpPage.qml"), {
                    app: app,
                    help: app.help
                }],
            packs: () => [Qt.resolvedUrl("pages/PacksPage.qml"), {
                    app: app,
                    packs: app.care.packs
                }],
            storage: () => [Qt.resolvedUrl("pages/StoragePage.qml"), {
                    app: app,
                    storage: app.care.storage
                }],
            checks: () => [Qt.resolvedUrl("pages/ChecksPage.qml"), {
                    app: app
                }],
            wording: () => [Qt.resolvedUrl("pages/WordingPage.qml"), {
                    app: app,
                    wording: app.care.wording
                }],
            settings: () => [Qt.resolvedUrl("pages/SettingsPage.qml"), {
                    app: app
                }]
        })

    property Place front: first // what is on screen
    property Place next: null // where the next page is made, in slices
    property string making: "" // its name
    property bool asked: false // another page is wanted: its turn comes once what led to it is done
    readonly property bool turning: asked || next !== null
    readonly property bool recolouring: Style.recolouring

    // The page on screen stays until the next one is whole, and takes no touch twice. What is asked for meanwhile is
    // made after it: a page that is half made cannot be left.
    function show(): void {
        asked = false;
        if (next !== null)
            return;
        making = app.page;
        if (making === "live" && kept.item !== null && !kept.leaving) {
            bring(kept);
            return;
        }
        next = making === "live" ? kept : front === first ? second : first;
        next.make(...pages[making]());
    }

    function ready(): void {
        const place = next;
        next = null;
        if (making === app.page) {
            bring(place);
        } else {
            if (place !== kept)
                place.source = "";
            show();
        }
    }

    // The map of a walk stays as it was behind the forms: made anew after each report, it would be blank for a moment.
    function bring(place: Place): void {
        const before = front;
        front = place;
        Style.settled = true;
        if (before !== front && before !== kept)
            before.leave();
        if (front !== kept && kept.item !== null && !app.live.running)
            kept.leave();
        front.forceActiveFocus();
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
            window.asked = true;
            cover.forceActiveFocus();
            Qt.callLater(window.show);
        }
    }

    // A page of the app, with help one touch away while a group is out.
    component Place: Loader {
        id: place

        readonly property bool leaving: goes.running

        function make(page: url, models: var): void {
            goes.stop();
            setSource(page, models);
        }

        // To take a page apart costs a third of making it: its large parts go first, then the rest, each in its turn.
        function leave(): void {
            goes.restart();
        }

        asynchronous: window.front.item !== null // the first one at once: nothing else can be shown yet
        visible: window.front === place || window.next === place
        opacity: window.front === place ? 1 : 0 // laid out while it is made, as nothing invisible is
        anchors.top: trialBar.bottom
        anchors.bottom: parent?.bottom
        width: parent?.width ?? 0

        onStatusChanged: {
            if (window.next === place && (status === Loader.Ready || status === Loader.Error))
                window.ready();
        }

        Binding {
            target: place.item
            property: "aids"
            value: window.app.aidNear
            when: place.item !== null
        }

        Binding {
            target: place.item
            property: "whole"
            value: window.front === place
            when: (place.item as Page) !== null
        }

        Timer {
            id: goes

            interval: 20
            repeat: true
            onTriggered: {
                const page = place.item as Page;
                if (page !== null && !page.gone) {
                    page.gone = true;
                } else {
                    stop();
                    place.source = "";
                }
            }
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
    }

    Place {
        id: first
    }

    Place {
        id: second
    }

    MultiPointTouchArea {
        id: cover

        anchors.fill: parent
        visible: window.turning
        enabled: window.turning
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
