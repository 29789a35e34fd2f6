#!/usr/bin/env python3
"""Draws what growth.py found, as a Markdown table on standard output and as a picture.

    plot.py FIGURES PICTURE"""

import json
import math
import sys

ROWS = ["start", "list", "search", "past", "small feed", "decision", "feed after it", "longest wait"]
COLOURS = ["#4b5563", "#1d4ed8", "#0f766e", "#7c3aed", "#b45309", "#be123c", "#c026d3", "#15803d"]
WIDTH, HEIGHT, LEFT, BOTTOM = 720, 420, 60, 40


def picture(figures):
    x = lambda value: LEFT + (math.log10(value) - 2) / 3 * (WIDTH - LEFT - 150)
    y = lambda value: HEIGHT - BOTTOM - (math.log10(max(value, 0.1)) + 1) / 5 * (HEIGHT - BOTTOM - 20)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(2, 6):
        out.append(f'<text x="{x(10**power):.0f}" y="{HEIGHT - 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(-1, 5):
        at = y(10**power)
        out.append(f'<path d="M{LEFT} {at:.0f}H{WIDTH - 150}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 6}" y="{at + 4:.0f}" text-anchor="end">{10**power:g} ms</text>')
    out.append(f'<text x="{LEFT}" y="{HEIGHT - 3}">meetings</text>')
    labels = sorted((y(figures[-1][row]), row) for row in ROWS)
    last, places = 0, {}
    for at, row in labels:
        last = max(at, last + 15)
        places[row] = last
    for row, colour in zip(ROWS, COLOURS):
        points = " ".join(f"{x(one['meetings']):.0f},{y(one[row]):.0f}" for one in figures)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<text x="{WIDTH - 144}" y="{places[row] + 4:.0f}" fill="{colour}">{row}</text>')
    return "\n".join([*out, "</svg>\n"])


def main(figures, target):
    with open(figures) as file:
        figures = [json.loads(line) for line in file]
    print("| " + " | ".join(["", *(f"{one['meetings']:,}" for one in figures)]) + " |")
    print("|---" * (len(figures) + 1) + "|")
    for row in [*ROWS, "memory"]:
        unit = "MiB" if row == "memory" else "ms"
        values = (f"{one[row]:.1f}" if one[row] < 10 else f"{one[row]:,.0f}" for one in figures)
        print("| " + " | ".join([f"{row}, {unit}", *values]) + " |")
    with open(target, "w") as file:
        file.write(picture(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
