pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker
import Walker.Models

// The map of the packs on this tablet; moved by fingers, wheel or the page's own buttons. Another theme, or another pack, is
// other pictures at the same address: those that were kept are thrown away. One that cannot be moved says itself who made it.
Map {
    id: map

    required property Display display
    property bool covered: display.covers(center.latitude, center.longitude) // a map of this tablet shows this place; otherwise plain ground with round metres
    property int nearest: 20
    readonly property real metresPerPixel: 156543.03 * Math.cos(center.latitude * Math.PI / 180) / Math.pow(2, zoomLevel)

    readonly property real bend: 12 // degrees that two fingers must turn before the map does

    signal dragged

    function nudge(x: real, y: real): void {
        pan(x, y);
        dragged();
    }

    function zoomBy(step: real): void {
        zoomLevel = Math.max(minimumZoomLevel, Math.min(nearest, Math.round(zoomLevel + step)));
    }

    plugin: Plugin {
        name: "osm"

        PluginParameter {
            name: "osm.mapping.providersrepository.disabled"
            value: true
        }

        PluginParameter {
            name: "osm.mapping.custom.host"
            value: map.display.mapHost
        }

        PluginParameter {
            name: "osm.mapping.cache.disk.size"
            value: 0
        }

        // A walk of six hours must not keep all it passed: two screens of pictures as they came, counted by number since
        // even the smallest takes a block of 32 kB, and nothing beyond the three screens of drawn ones that Qt keeps.
        PluginParameter {
            name: "osm.mapping.cache.memory.cost_strategy"
            value: "unitary"
        }

        PluginParameter {
            name: "osm.mapping.cache.memory.size"
            value: 80
        }

        PluginParameter {
            name: "osm.mapping.cache.texture.size"
            value: 0
        }
    }
    zoomLevel: 17
    activeFocusOnTab: true
    Keys.onLeftPressed: nudge(-80, 0)
    Keys.onRightPressed: nudge(80, 0)
    Keys.onUpPressed: nudge(0, -80)
    Keys.onDownPressed: nudge(0, 80)
    Keys.onPressed: event => {
        event.accepted = event.text === "+" || event.text === "-";
        if (event.accepted)
            zoomBy(event.text === "+" ? 1 : -1);
    }
    copyrightsVisible: false
    color: Style.colours.mapBlock
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map")
    Accessible.focusable: true
    Component.onCompleted: activeMapType = supportedMapTypes[supportedMapTypes.length - 1]

    Connections {
        target: map.display

        function onMapsChanged(): void {
            map.clearData();
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: map.display.mapsLate
        color: map.color
    }

    MapGround {
        objectName: "ground"
        base: map
        metresPerPixel: map.metresPerPixel
        visible: !map.covered
        anchors.fill: parent
    }

    DragHandler {
        target: null
        onTranslationChanged: delta => {
            map.pan(-delta.x, -delta.y);
            map.dragged();
        }
    }

    PinchHandler {
        id: pinch

        property geoCoordinate held
        property bool turns: false

        target: null
        onActiveChanged: {
            turns = false;
            if (active)
                held = map.toCoordinate(centroid.position, false);
        }
        onRotationChanged: delta => {
            turns = turns || Math.abs(activeRotation) > map.bend;
            if (turns)
                map.bearing = (map.bearing - delta + 360) % 360;
            map.alignCoordinateToPoint(held, centroid.position);
            map.dragged();
        }
        onScaleChanged: delta => {
            map.zoomLevel = Math.max(map.minimumZoomLevel, Math.min(map.nearest, map.zoomLevel + Math.log2(delta)));
            map.alignCoordinateToPoint(held, centroid.position);
            map.dragged();
        }
    }

    MapCredits {
        z: 10
        visible: !map.enabled
        text: visible ? map.display.mapCredits : ""
    }

    Rectangle {
        anchors.fill: parent
        z: 10
        visible: map.activeFocus
        color: "transparent"
        border.width: Style.focusRing
        border.color: Style.colours.focus
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => map.zoomBy(event.angleDelta.y > 0 ? 1 : -1)
    }
}
