// Draws the small map of a page from its own data: no tiles, so nothing is asked of any other server.
"use strict";
(() => {
  const place = document.getElementById("map");
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const outline = data.perimeter
    ? L.geoJSON(data.perimeter, { style: { color: token("--perimeter"), weight: 2, dashArray: "8 6", fillOpacity: 0.04 } })
    : null;
  const lines = (data.track || []).filter((segment) => segment.length);
  const points = data.point ? [{ at: data.point, number: "" }] : data.points || [];
  const bounds = L.latLngBounds([...lines.flat(), ...points.map((point) => point.at), ...(data.detour || [])]);
  if (outline && (data.point || !bounds.isValid())) bounds.extend(outline.getBounds());
  if (!bounds.isValid()) {
    place.parentElement.remove();
    return;
  }
  const map = L.map(place, { attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.25, zoomControl: false });
  L.control.zoom({ zoomInTitle: place.dataset.zoomIn, zoomOutTitle: place.dataset.zoomOut }).addTo(map);
  map.fitBounds(bounds, { padding: [24, 24], maxZoom: 17 });
  if (outline) outline.addTo(map);
  for (const segment of lines) L.polyline(segment, { color: token("--primary"), weight: 4 }).addTo(map);
  if (data.detour && data.detour.length) L.polyline(data.detour, { color: token("--sig"), weight: 4, dashArray: "1 8" }).addTo(map);
  if (data.accuracy_m > 5) L.circle(data.point, { radius: data.accuracy_m, color: token("--focus"), weight: 1, fillOpacity: 0.12 }).addTo(map);
  for (const point of points) {
    const dot = L.circleMarker(point.at, { radius: 9, color: "#fff", weight: 3, fillColor: token("--sig"), fillOpacity: 1 }).addTo(map);
    if (point.number) dot.bindTooltip(point.number, { permanent: points.length < 15, direction: "top", className: "map-label" });
  }
})();
