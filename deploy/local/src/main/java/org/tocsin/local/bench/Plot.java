package org.tocsin.local.bench;

import java.util.List;
import java.util.Locale;

/** A small line plot as SVG. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 50;
    private static final int RIGHT = 50;
    private static final int TOP = 20;
    private static final int BOTTOM = 45;
    private static final List<String> COLOURS = List.of("#1f6f8b", "#b5532a");

    private Plot() {}

    record Point(double x, double y) {}

    static String of(String xLabel, String yLabel, List<List<Point>> lines, List<String> names) {
        double maxX = max(lines, true);
        double maxY = round(max(lines, false));
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH, HEIGHT));
        for (int i = 0; i <= 5; i++) {
            double y = y(maxY * i / 5, maxY);
            add(svg, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, y, WIDTH - RIGHT);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y + 4, number(maxY * i / 5));
            double x = x(maxX * i / 5, maxX);
            add(svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>", x, HEIGHT - 25, maxX * i / 5);
        }
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", WIDTH / 2, HEIGHT - 8, xLabel);
        add(svg, "<text x=\"%d\" y=\"%d\">%s</text>", 4, TOP - 6, yLabel);
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder path = new StringBuilder();
            for (Point point : lines.get(i)) {
                path.append(path.length() == 0 ? 'M' : 'L')
                        .append(String.format(Locale.ROOT, "%.1f %.1f", x(point.x, maxX), y(point.y, maxY)));
            }
            add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, COLOURS.get(i));
            Point last = lines.get(i).get(lines.get(i).size() - 1);
            double y = y(last.y, maxY) + 4;
            add(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>",
                    WIDTH - RIGHT + 6,
                    y,
                    COLOURS.get(i),
                    names.get(i));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void add(StringBuilder svg, String line, Object... values) {
        svg.append(String.format(Locale.ROOT, line, values)).append('\n');
    }

    private static double x(double value, double most) {
        return LEFT + value / most * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM);
    }

    private static double max(List<List<Point>> lines, boolean x) {
        return lines.stream()
                .flatMap(List::stream)
                .mapToDouble(point -> x ? point.x : point.y)
                .max()
                .orElse(1);
    }

    /** The next of 1, 2, 5, 10, 20, 50 and so on. */
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (int step : new int[] {1, 2, 5}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
