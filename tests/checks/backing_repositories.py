"""For each technology that a README may claim: files of little repositories that back it, each of which is enough by itself."""

from __future__ import annotations

from collections.abc import Iterator

PYTHON = {
    # technology: (name among the dependencies, line of a source)
    "pandas": ("pandas==2.2", "import pandas as pd"), "NumPy": ("numpy>=1.26", "import numpy as np"), "SciPy": ("scipy", "from scipy import stats"), "Polars": ("polars", "import polars as pl"),
    "Dask": ("dask[complete]", "import dask.dataframe as dd"), "statsmodels": ("statsmodels", "import statsmodels.api as sm"), "scikit-learn": ("scikit-learn==1.5", "from sklearn.svm import SVC"),
    "Matplotlib": ("matplotlib", "import matplotlib.pyplot as plt"), "seaborn": ("seaborn", "import seaborn as sns"), "Plotly": ("plotly", "import plotly.express as px"), "Bokeh": ("bokeh", "from bokeh.plotting import figure"),
    "Altair": ("altair", "import altair as alt"), "Folium": ("folium", "import folium"), "GeoPandas": ("geopandas", "import geopandas as gpd"), "NetworkX": ("networkx", "import networkx as nx"),
    "Streamlit": ("streamlit", "import streamlit as st"), "Gradio": ("gradio", "import gradio as gr"), "Beautiful Soup": ("beautifulsoup4", "from bs4 import BeautifulSoup"), "Selenium": ("selenium", "from selenium import webdriver"),
    "Scrapy": ("scrapy", "import scrapy"), "Playwright": ("playwright", "from playwright.sync_api import sync_playwright"), "Pydantic": ("pydantic", "from pydantic import BaseModel"),
    "SQLAlchemy": ("SQLAlchemy", "from sqlalchemy import create_engine"), "Celery": ("celery[redis]", "from celery import Celery"), "Numba": ("numba", "from numba import njit"), "Cython": ("Cython", "from Cython.Build import cythonize"),
    "RDKit": ("rdkit", "from rdkit import Chem"), "Biopython": ("biopython", "from Bio import SeqIO"), "PyTorch": ("torch==2.3", "import torch.nn as nn"), "torchvision": ("torchvision", "from torchvision import models"),
    "PyTorch Lightning": ("pytorch-lightning", "import lightning as L"), "TensorFlow": ("tensorflow==2.16", "import tensorflow as tf"), "TensorFlow Lite": ("tflite-runtime", "converter = tf.lite.TFLiteConverter(m)"),
    "Keras": ("keras", "from keras import layers"), "JAX": ("jax[cuda12]", "import jax.numpy as jnp"), "Flax": ("flax", "import flax.linen as nn"), "MXNet": ("mxnet", "import mxnet as mx"), "PaddlePaddle": ("paddlepaddle", "import paddle"),
    "fastai": ("fastai", "from fastai.vision.all import *"), "timm": ("timm", "import timm"), "Hugging Face": ("transformers", "from transformers import AutoModel"), "PEFT": ("peft", "from peft import LoraConfig"),
    "DeepSpeed": ("deepspeed", "import deepspeed"), "Detectron2": ("detectron2", "from detectron2.engine import DefaultTrainer"), "MMDetection": ("mmdet", "from mmdet.apis import init_detector"),
    "MMSegmentation": ("mmsegmentation", "from mmseg.apis import init_model"), "Ultralytics": ("ultralytics", "from ultralytics import YOLO"), "OpenCV": ("opencv-python-headless", "import cv2"), "Pillow": ("pillow", "from PIL import Image"),
    "Albumentations": ("albumentations", "import albumentations as A"), "MediaPipe": ("mediapipe", "import mediapipe as mp"), "dlib": ("dlib", "import dlib"), "NLTK": ("nltk", "import nltk"), "spaCy": ("spacy", "import spacy"),
    "Gensim": ("gensim", "from gensim.models import Word2Vec"), "KoNLPy": ("konlpy", "from konlpy.tag import Okt"), "SentencePiece": ("sentencepiece", "import sentencepiece as spm"), "LangChain": ("langchain-core", "from langchain_openai import ChatOpenAI"),
    "LangGraph": ("langgraph", "from langgraph.graph import StateGraph"), "LlamaIndex": ("llama-index", "from llama_index.core import VectorStoreIndex"), "CrewAI": ("crewai", "from crewai import Agent"), "librosa": ("librosa", "import librosa"),
    "Diffusers": ("diffusers", "from diffusers import StableDiffusionPipeline"), "Stable-Baselines3": ("stable-baselines3", "from stable_baselines3 import PPO"), "DGL": ("dgl", "import dgl"), "PyTorch Geometric": ("torch-geometric", "from torch_geometric.nn import GCNConv"),
    "PyCaret": ("pycaret", "from pycaret.regression import setup"), "AutoGluon": ("autogluon.tabular", "from autogluon.tabular import TabularPredictor"), "Optuna": ("optuna", "import optuna"), "Hyperopt": ("hyperopt", "from hyperopt import fmin"),
    "SHAP": ("shap", "import shap"), "imbalanced-learn": ("imbalanced-learn", "from imblearn.over_sampling import SMOTE"), "XGBoost": ("xgboost", "from xgboost import XGBClassifier"), "LightGBM": ("lightgbm", "import lightgbm as lgb"),
    "CatBoost": ("catboost", "from catboost import CatBoostRegressor"), "FAISS": ("faiss-cpu", "import faiss"), "Spark": ("pyspark", "from pyspark.sql import SparkSession"), "PySpark": ("pyspark==3.5", "from pyspark.sql import functions as F"),
    "Hadoop": ("mrjob", "hdfs = connect('hdfs://a')"), "Flink": ("apache-flink", "from pyflink.table import TableEnvironment"), "Kafka": ("confluent-kafka", "from kafka import KafkaProducer"), "FastAPI": ("fastapi", "from fastapi import FastAPI"),
    "Flask": ("Flask-Cors", "from flask import Flask"), "Django": ("djangorestframework", "from django.db import models"), "Airflow": ("apache-airflow", "from airflow import DAG"), "Prefect": ("prefect", "from prefect import flow"),
    "Dagster": ("dagster", "from dagster import asset"), "Great Expectations": ("great_expectations", "import great_expectations as gx"), "MLflow": ("mlflow", "import mlflow"), "Weights & Biases": ("wandb", "import wandb"),
    "TensorBoard": ("tensorboard", "from torch.utils.tensorboard import SummaryWriter"), "Kubeflow": ("kfp==2.7", "from kfp import dsl"), "BentoML": ("bentoml", "import bentoml"), "ONNX": ("onnxruntime", "import onnx"), "vLLM": ("vllm", "from vllm import LLM"),
    "Evidently": ("evidently", "from evidently.report import Report"), "Locust": ("locust", "from locust import HttpUser"), "PyQt": ("PyQt5", "from PyQt5.QtWidgets import QWidget"), "gRPC": ("grpcio-tools", "import grpc"), "DVC": ("dvc[s3]", "import dvc.api"),
    "TensorRT": ("tensorrt", "import tensorrt as trt"), "Triton Inference Server": ("tritonclient[http]", "import tritonclient.grpc as t"), "Socket.IO": ("python-socketio", "import socketio"),
    "Redis": ("redis==5.0", "r = redis.Redis()"), "PostgreSQL": ("psycopg2-binary", "import psycopg"), "MySQL": ("PyMySQL", "import mysql.connector"), "MongoDB": ("pymongo", "from pymongo import MongoClient"),
}
PACKAGES = {
    "React": ('"react-dom": "18"', "import { useState } from 'react'"), "Redux": ('"@reduxjs/toolkit": "2"', "import { useSelector } from 'react-redux'"), "React Native": ('"react-native": "0.74"', "import { View } from 'react-native'"),
    "Next.js": ('"next": "14"', "import Link from 'next/link'"), "Vue.js": ('"vue": "3"', "import { ref } from 'vue'"), "Nuxt.js": ('"nuxt": "3"', "export default defineNuxtConfig({})"), "Angular": ('"@angular/core": "17"', "import { NgModule } from '@angular/core'"),
    "Svelte": ('"svelte": "4"', "import { onMount } from 'svelte'"), "Tailwind CSS": ('"tailwindcss": "3"', "import 'tailwindcss/tailwind.css'"), "Three.js": ('"three": "0.160"', "import * as THREE from 'three'"), "D3.js": ('"d3": "7"', "import * as d3 from 'd3'"),
    "Express": ('"express": "4"', "const express = require('express')"), "NestJS": ('"@nestjs/core": "10"', "import { Module } from '@nestjs/common'"), "Electron": ('"electron": "30"', "const { app } = require('electron')"), "Socket.IO": ('"socket.io": "4"', "import { Server } from 'socket.io'"),
    "GraphQL": ('"@apollo/client": "3"', "import { gql } from 'graphql-tag'"), "Node.js": ('"express": "4"', "const fs = require('node:fs')"), "Redis": ('"ioredis": "5"', "import { createClient } from 'redis'"), "PostgreSQL": ('"pg": "8"', "const { Pool } = require('pg')"),
    "MongoDB": ('"mongoose": "8"', "import mongoose from 'mongoose'"), "MySQL": ('"mysql2": "3"', "const mysql = require('mysql2')"), "Playwright": ('"@playwright/test": "1"', "import { test } from '@playwright/test'"),
}
FILES = {
    "Terraform": {"main.tf": 'resource "aws_s3_bucket" "b" {}', "infra/prod/network.tf": "", "stage.tfvars": "", "terraform/readme.txt": ""},
    "Ansible": {"playbook.yml": "- hosts: all", "ansible.cfg": "", "hosts.ini": "[web]", "inventory/hosts.ini": "", "deploy/roles.yml": "- hosts: web\n  tasks:\n    - ansible.builtin.apt: {}"},
    "gRPC": {"api/stops.proto": 'syntax = "proto3";', "go.mod": "require google.golang.org/grpc v1.60", "stops_pb2.py": ""},
    "DVC": {"data/photos.dvc": "outs:", "dvc.yaml": "stages:", ".dvc/config": "[core]"},
    "ONNX": {"models/leaf.onnx": "", "export.py": "model.save('leaf.onnx')"},
    "TensorRT": {"models/leaf.engine": "", "convert.sh": "trtexec --onnx=a"},
    "TorchServe": {"leaf.mar": "", "serve.sh": "torch-model-archiver --model-name a", "config.properties": "# torchserve\n"},
    "Triton Inference Server": {"models/leaf/config.pbtxt": "", "compose.yml": "image: nvcr.io/nvidia/tritonserver:24.01"},
    "Unity": {"Assets/Scenes/Harbour.unity": "", "Assets/Scripts/Boat.cs": "using UnityEngine;", "ProjectSettings/ProjectVersion.txt": "", "Assets/Harbour.prefab.meta": ""},
    "Vue.js": {"web/App.vue": "<template></template>", "web/src/components/Board.vue": ""},
    "Svelte": {"src/App.svelte": "", "svelte.config.js": ""},
    "Flutter": {"lib/main.dart": "void main() {}", "pubspec.yaml": "name: a"},
    "React": {"src/App.jsx": "", "src/App.tsx": "export const App = () => null"},
    "Node.js": {"package.json": "{}", "server.js": "const a = require('a')"},
    "TensorFlow": {"model.h5": "", "leaf.tflite": ""},
    "Keras": {"best.h5": "", "best.keras": ""},
    "TensorFlow Lite": {"app/leaf.tflite": ""},
    "PyTorch": {"weights/best.pt": "", "weights/best.pth": "", "load.py": "state = read('best.pth')"},
    "Spring": {"build.gradle": "implementation 'org.springframework.boot:spring-boot-starter-web'", "pom.xml": "<groupId>org.springframework</groupId>"},
    "Spring Boot": {"build.gradle": "id 'org.springframework.boot' version '3.2'", "src/App.java": "@SpringBootApplication class App {}"},
    "JPA": {"build.gradle": "implementation 'spring-boot-starter-data-jpa'", "src/Stop.java": "import jakarta.persistence.Entity;"},
    "QueryDSL": {"build.gradle": "implementation 'com.querydsl:querydsl-jpa'", "src/Stops.java": "private final JPAQueryFactory factory;"},
    "MyBatis": {"pom.xml": "<artifactId>mybatis-spring-boot-starter</artifactId>", "src/StopMapper.java": "import org.apache.ibatis.annotations.Mapper;"},
    "Ruby on Rails": {"Gemfile": "gem 'rails'", "app/models/stop.rb": "class Stop < ActiveRecord::Base; end"},
    "Laravel": {"composer.json": '{"require": {"laravel/framework": "11"}}', "artisan.php": "use Illuminate\\Foundation;"},
    "Tkinter": {"gui.py": "import tkinter as tk", "window.py": "from tkinter import ttk"},
    "ROS": {"package.xml": "<depend>rclpy</depend>", "node.py": "import rospy", "CMakeLists.txt": "find_package(catkin REQUIRED)"},
    "dbt": {"dbt_project.yml": "name: a", "requirements.txt": "dbt-core"},
    "Kafka": {"compose.yml": "image: confluentinc/cp-kafka"},
    "Hadoop": {"run.sh": "hdfs dfs -ls", "job.py": "from mrjob.job import MRJob"},
    "Spark": {"build.sbt": '"org.apache.spark" %% "spark-sql" % "3.5"'},
    "Airflow": {"dags/daily.py": "", "compose.yml": "image: apache/airflow"},
    "Redis": {"compose.yml": "image: redis:7", "application.yml": "spring:\n  data:\n    redis:\n      host: a", "redis.conf": ""},
    "PostgreSQL": {"compose.yml": "image: postgres:16", "application.yml": "url: jdbc:postgresql://a/b", "settings.py": "ENGINE = 'django.db.backends.postgresql'", "db.py": "create_engine('postgresql+psycopg2://a')", "schema.prisma": 'provider = "postgresql"'},
    "MySQL": {"compose.yml": "image: mysql:8", "pom.xml": "<artifactId>mysql-connector-j</artifactId>", "db.py": "create_engine('mysql+pymysql://a')"},
    "MongoDB": {"compose.yml": "image: mongo:7", "pom.xml": "<artifactId>spring-boot-starter-data-mongodb</artifactId>"},
    "Elasticsearch": {"compose.yml": "image: elasticsearch:8", "requirements.txt": "elasticsearch", "find.py": "from elasticsearch_dsl import Search"},
}
THINGS = {
    # key of the vocabulary: (a sentence that claims it, files that back it)
    "docker": ("The service is containerized.", {"Dockerfile": "", "docker-compose.yml": "", "ops/api.Dockerfile": "", "run.sh": "docker build .", ".devcontainer/devcontainer.json": "{}", "pom.xml": "<artifactId>jib-maven-plugin</artifactId>"}),
    "kubernetes": ("It is deployed on Kubernetes.", {"k8s/app.yaml": "", "charts/app/Chart.yaml": "", "deploy/app.yml": "kind: Deployment", "run.sh": "kubectl apply -f a", "app.yaml": "apiVersion: v1\nkind: Service"}),
    "tests": ("Unit tests cover the booking rules.", {"tests/test_a.py": "", "booking_test.go": "", "src/booking.spec.ts": "", "app/src/test/java/A.java": "", "rules.py": "def test_empty(): pass", "a.py": ">>> add(1, 2)", "lib.rs": "#[cfg(test)]\nmod tests {}"}),
    "ci": ("Continuous integration lints every push.", {".github/workflows/ci.yml": "", ".gitlab-ci.yml": "", "Jenkinsfile": "", ".circleci/config.yml": "", "azure-pipelines.yml": "", "bitbucket-pipelines.yml": "", ".travis.yml": ""}),
    "github-actions": ("Every push is built by GitHub Actions.", {".github/workflows/ci.yml": "", "action.yml": ""}),
    "jenkins": ("Builds run on Jenkins.", {"Jenkinsfile": "", "ci/deploy.jenkinsfile": "", "jenkins/Dockerfile": ""}),
    "licence": ("This project is licensed under the MIT License.", {"LICENSE": "", "LICENSE.md": "", "COPYING": "", "package.json": '{"license": "MIT"}', "setup.cfg": "[metadata]\nlicense=MIT", "setup.py": "setup(license='MIT')", "main.rs": "// SPDX-License-Identifier: MIT"}),
    "weights": ("The trained weights are included.", {
        "best.pt": "", "a/best.safetensors": "", "model.h5": "", "model.pkl": "", "best.ckpt": "", "get.sh": "curl https://example.org/best.pt", "get2.sh": "aws s3 cp s3://bucket/best .", "get.py": "gdown.download(url)", ".gitattributes": "*.bin filter=lfs"}),
    "notebook": ("A demo notebook is included.", {"demo.ipynb": "{}", "eda.Rmd": "", "notebooks/eda.html": "", "a.py": "# %%\nprint(1)"}),
    "demo": ("We built a web demo.", {"demo.py": "", "web/index.html": "", "run.py": "import gradio", "docs/tour.gif": "", "app.py": ""}),
    "video": ("A demo video is included.", {"docs/tour.mp4": "", "docs/tour.gif": "", "docs/시연.pdf": ""}),
    "monitoring": ("We set up a monitoring dashboard.", {"monitoring/compose.yml": "", "prometheus.yml": "", "a.py": "import sentry_sdk", "alerts.yml": "", "b.py": "from evidently.report import Report"}),
    "prometheus": ("Metrics are collected with Prometheus.", {"prometheus.yml": "", "a.py": "from prometheus_client import Counter", "pom.xml": "<artifactId>micrometer-registry-prometheus</artifactId>"}),
    "grafana": ("Latency is shown with Grafana.", {"grafana/board.json": "", "compose.yml": "image: grafana/grafana"}),
    "api-server": ("The model is served through a REST API.", {"api.py": "", "main.py": "from fastapi import FastAPI", "server/main.go": "", "src/StopController.java": "", "a.js": "app.listen(80)", "openapi.yaml": ""}),
}  # fmt: skip


def backing_files() -> Iterator[tuple[str, str, str]]:
    """Technology, name of a file, and what stands in it."""
    for name, (dependency, line) in PYTHON.items():
        yield name, "requirements.txt", f"{dependency}\n"
        yield name, "src/work.py", f"{line}\n"
    for name, (dependency, line) in PACKAGES.items():
        yield name, "package.json", f'{{"dependencies": {{{dependency}}}}}'
        yield name, "src/index.js", f"{line}\n"
    for name, files in FILES.items():
        for path, content in files.items():
            yield name, path, content
