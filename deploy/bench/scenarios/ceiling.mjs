import { ceiling } from "../peers/ceiling.mjs";

export const contenders = { "the sink alone": ({ sink, jobs = 100_000 }) => ceiling(sink.url("/hook/0"), jobs) };

export const wanted = { perSecond: "well above all others" };
