// The live map: pan, zoom, folders that open, search and filters, a table to sort and a tree to unfold.
// `sitegenMap` holds the data (a script of its own, so that it works from file:// too). Nodes are numbers:
// notes, then topics, then wanted notes. Elements are made and given text; no markup is ever parsed.
//
// The files of this folder are one script, in the order in which Sources/CTheme names them; the block that keeps its names
// from other scripts begins here and ends in start.js.
"use strict";
{
const data = globalThis.sitegenMap;
const SVG = "http://www.w3.org/2000/svg";
const SLOT = 48; // The height of the place that each node has to itself; it is twice as wide.
const SMALL = 300; // Up to so many nodes all folders are open.
const BUDGET = 700; // The most nodes that are drawn at once.
const LINES = 1500; // The most lines that are drawn at once.
const PAGE = 100; // Rows of the table at a time.

const find = (selector, within = document) => within.querySelector(selector);

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}
