// Draws the small map of a page from its own data: no tiles, so nothing is asked of any other server.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const map = L.map("map", { attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.25, keyboard: true });
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shown = [];
  const add = (layer) => { layer.addTo(map); shown.push(layer); return layer; };
  let outline = null;
  if (data.perimeter) {
    outline = L.geoJSON(data.perimeter, { style: { color: token("--perimeter"), weight: 2, dashArray: "8 6", fillOpacity: 0.04 } }).addTo(map);
  }
  for (const segment of data.track || []) add(L.polyline(segment, { color: token("--primary"), weight: 4 }));
  if (data.detour && data.detour.length) add(L.polyline(data.detour, { color: token("--sig"), weight: 4, dashArray: "1 8" }));
  const dot = (at, label) => {
    const point = add(L.circleMarker(at, { radius: 9, color: "#fff", weight: 3, fillColor: token("--sig"), fillOpacity: 1 }));
    if (label) point.bindTooltip(label, { permanent: data.points.length < 15, direction: "top", className: "map-label" });
  };
  for (const point of data.points || []) dot(point.at, point.number);
  if (data.point) {
    if (data.accuracy_m > 5) L.circle(data.point, { radius: data.accuracy_m, color: token("--focus"), weight: 1, fillOpacity: 0.12 }).addTo(map);
    dot(data.point, "");
  }
  if (data.point) {
    // The street corner, and how it lies in its district.
    map.setView(data.point, 16);
    if (outline) map.fitBounds(outline.getBounds().extend(data.point), { padding: [12, 12] });
  } else if (shown.length) {
    map.fitBounds(L.featureGroup(shown).getBounds(), { padding: [24, 24], maxZoom: 18 });
  } else if (outline) {
    map.fitBounds(outline.getBounds());
  } else {
    document.getElementById("map").parentElement.remove();
  }
})();
