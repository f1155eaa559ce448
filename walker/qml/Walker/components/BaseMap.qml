pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker

// The map of the packs on this tablet; moved by fingers, wheel or the page's own buttons. Another theme is another `host`, and another map.
Map {
    id: map

    required property string host
    property int nearest: 20
    readonly property real metresPerPixel: 156543.03 * Math.cos(center.latitude * Math.PI / 180) / Math.pow(2, zoomLevel)

    signal dragged

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
            value: map.host
        }

        PluginParameter {
            name: "osm.mapping.cache.disk.size"
            value: 0
        }
    }
    zoomLevel: 17
    copyrightsVisible: false
    color: Style.colours.mapBlock
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map")
    Component.onCompleted: activeMapType = supportedMapTypes[supportedMapTypes.length - 1]

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

        target: null
        onActiveChanged: {
            if (active)
                held = map.toCoordinate(centroid.position, false);
        }
        onScaleChanged: delta => {
            map.zoomLevel = Math.max(map.minimumZoomLevel, Math.min(map.nearest, map.zoomLevel + Math.log2(delta)));
            map.alignCoordinateToPoint(held, centroid.position);
            map.dragged();
        }
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => map.zoomBy(event.angleDelta.y > 0 ? 1 : -1)
    }
}
