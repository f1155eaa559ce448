pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker
import Walker.Models

// The walk being held: the map first, the capture buttons by the hand that taps, and one bar to take the last thing back.
Page {
    id: page

    required property App app
    required property LiveWalk walk
    property bool follows: true
    property string shownHost: ""
    readonly property BaseMap map: loader.item as BaseMap
    readonly property bool beside: wide || width > height

    function captured(kind: string): void {
        const centre = map ? map.center : QtPositioning.coordinate();
        if (kind === "photo")
            app.openCamera("", "");
        else if (kind === "stop")
            walk.stopHere(centre.latitude, centre.longitude);
        else
            app.capture(kind, centre.latitude, centre.longitude);
    }

    function look(): void {
        if (map && map.width > 0)
            walk.look(map.center.latitude, map.center.longitude, map.zoomLevel, map.width, map.height);
    }

    function recentre(): void {
        follows = true;
        if (map)
            map.center = QtPositioning.coordinate(walk.latitude, walk.longitude);
    }

    title: walk.title || qsTr("Your walk")
    subtitle: qsTr("%n finding(s)", "", walk.reportCount + walk.spaceCount) + " · " + qsTr("%n stop(s)", "", walk.stopCount)
    backIcon: "menu"
    backText: qsTr("Menu (the walk goes on)")
    showsBar: false
    chips: [
        StatusChip {
            visible: page.width > 1100
            height: Style.target
            text: qsTr("Everything is saved")
            iconName: "circle-check"
            tone: "ok"
        },
        PositionChip {
            visible: page.app.position.state !== "good"
            height: Style.target
            app: page.app
        },
        SecondaryButton {
            objectName: "finish"
            text: qsTr("Finish the walk")
            iconName: "flag-triangle-right"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            textSize: Style.labelSize
            onClicked: page.app.finishWalk()
        }
    ]
    Component.onCompleted: shownHost = app.display.mapHost
    onBack: app.open("home")
    onUndone: app.last.undo()

    Figures {
        id: figures
    }

    Connections {
        target: page.walk

        function onMoved(): void {
            if (page.follows)
                page.recentre();
        }
    }

    Connections {
        target: page.app.display

        // The plugin's address cannot change: another theme is another map, at the same place.
        function onChanged(): void {
            if (page.shownHost === page.app.display.mapHost)
                return;
            page.shownHost = page.app.display.mapHost;
            const place = page.map.center, level = page.map.zoomLevel;
            loader.sourceComponent = null;
            loader.sourceComponent = mapComponent;
            page.map.center = place;
            page.map.zoomLevel = level;
        }
    }

    Item {
        id: ground

        x: page.beside && Style.leftHanded ? rail.width : 0
        width: parent.width - (page.beside ? rail.width : 0)
        height: parent.height - (page.beside ? 0 : pad.height)
        clip: true

        Loader {
            id: loader

            anchors.fill: parent
            active: page.shownHost !== ""
            sourceComponent: mapComponent
        }

        MapCross {
            objectName: "cross"
            anchors.centerIn: parent
            visible: !page.walk.located
        }

        Flow {
            x: Style.margin
            y: Style.margin
            width: parent.width - 3 * x - tools.width
            spacing: 10

            InfoPill {
                name: qsTr("Time")
                text: figures.duration(page.walk.seconds)
                recording: true
            }

            InfoPill {
                name: qsTr("Length")
                text: figures.length(page.walk.lengthM)
                iconName: "ruler"
            }

            InfoPill {
                visible: page.walk.located && !isNaN(page.walk.accuracyM)
                name: qsTr("Accuracy")
                text: figures.doubt(page.walk.accuracyM)
                iconName: "locate"
            }

            InfoPill {
                visible: !page.walk.located
                name: qsTr("No position")
                text: qsTr("Put the cross on the place")
                iconName: "move"
            }
        }

        Column {
            id: tools

            x: parent.width - width - Style.margin
            y: Style.margin
            spacing: Style.gap

            SquareButton {
                text: qsTr("Show where we are")
                iconName: "locate-fixed"
                chosen: page.follows
                onClicked: page.recentre()
            }

            SquareButton {
                text: qsTr("Closer")
                iconName: "plus"
                onClicked: page.map?.zoomBy(1)
            }

            SquareButton {
                text: qsTr("Further")
                iconName: "minus"
                onClicked: page.map?.zoomBy(-1)
            }
        }

        Column {
            x: Style.margin
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Style.margin
            spacing: Style.gap

            Item {
                width: parent.width
                height: scaleBar.implicitHeight

                ScaleBar {
                    id: scaleBar

                    metresPerPixel: page.map?.metresPerPixel ?? 0
                }

                Words {
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    width: parent.width - scaleBar.width
                    text: page.app.display.mapCredits
                    horizontalAlignment: Text.AlignRight
                    font.pixelSize: Style.smallSize
                    color: Style.colours.mapLabel
                    style: Text.Outline
                    styleColor: Style.colours.mapHalo
                }
            }

            MemberList {
                width: parent.width
                visible: members.count > 0
                members: page.walk.members
                onPicked: (kind, record) => {
                    page.walk.openCluster("");
                    page.app.complete(kind, record);
                }
                onClosed: page.walk.openCluster("")
            }

            LastBar {
                width: parent.width
                last: page.app.last
            }
        }
    }

    CaptureRail {
        id: rail

        x: Style.leftHanded ? 0 : parent.width - width
        height: parent.height
        visible: page.beside
        onCaptured: kind => page.captured(kind)
    }

    CapturePad {
        id: pad

        anchors.bottom: parent.bottom
        width: parent.width
        visible: !page.beside
        onCaptured: kind => page.captured(kind)
    }

    Component {
        id: mapComponent

        BaseMap {
            id: base

            host: page.shownHost
            onDragged: page.follows = false
            onCenterChanged: Qt.callLater(page.look)
            onZoomLevelChanged: Qt.callLater(page.look)
            onWidthChanged: Qt.callLater(page.look)
            onHeightChanged: Qt.callLater(page.look)
            center: QtPositioning.coordinate(page.walk.latitude, page.walk.longitude)

            MapItemView {
                incubateDelegates: false
                model: page.walk.lines

                delegate: MapPolyline {
                    required path

                    line.width: 7
                    line.color: Style.colours.track
                }
            }

            MapQuickItem {
                coordinate: QtPositioning.coordinate(page.walk.latitude, page.walk.longitude)
                visible: page.walk.located
                anchorPoint: here.anchorPoint
                sourceItem: PositionMark {
                    id: here

                    heading: page.walk.heading
                    doubt: isNaN(page.walk.accuracyM) ? 0 : Math.min(300, page.walk.accuracyM / base.metresPerPixel)
                }
            }

            MapItemView {
                incubateDelegates: false
                model: page.walk.markers

                delegate: MapQuickItem {
                    id: item

                    required property string recordId
                    required property string kind
                    required property string label
                    required property string iconName
                    required property int number
                    required property real latitude
                    required property real longitude
                    required property string members

                    coordinate: QtPositioning.coordinate(latitude, longitude)
                    anchorPoint: marker.anchorPoint
                    sourceItem: MapMarker {
                        id: marker

                        text: item.kind === "stop" ? qsTr("Stop %1").arg(item.number) : item.kind === "cluster" ? qsTr("%n finding(s) here", "", item.number) : item.label === "" ? qsTr("Finding without a category") : item.label
                        kind: item.kind
                        iconName: item.iconName
                        number: item.number
                        onClicked: {
                            if (item.kind === "cluster")
                                page.walk.openCluster(item.members);
                            else if (item.kind !== "stop")
                                page.app.complete(item.kind, item.recordId);
                        }
                    }
                }
            }
        }
    }
}
