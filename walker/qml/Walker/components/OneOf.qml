pragma ComponentBehavior: Bound

import QtQuick
import Walker

// One part of a page in the place of another: what is on screen stays until the next one is whole.
Item {
    id: place

    property Component part: null
    property Sliced front: first
    property Sliced next: null
    property Component making: null

    signal brought

    function show(): void {
        if (next !== null || part === front.sourceComponent)
            return;
        making = part;
        if (part === null) {
            front.sourceComponent = null;
            return;
        }
        next = front === first ? second : first;
        next.sourceComponent = part;
    }

    function ready(): void {
        const other = next;
        next = null;
        if (making === part) {
            front.sourceComponent = null;
            front = other;
            brought();
        } else {
            other.sourceComponent = null;
            show();
        }
    }

    component Part: Sliced {
        id: one

        opacity: place.front === one ? 1 : 0
        enabled: place.front === one
        onStatusChanged: {
            if (place.next === one && (status === Loader.Ready || status === Loader.Error))
                place.ready();
        }
    }

    implicitHeight: front.implicitHeight
    onPartChanged: show()

    Part {
        id: first
    }

    Part {
        id: second
    }
}
